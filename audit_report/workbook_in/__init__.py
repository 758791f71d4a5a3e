"""From a tracker's file to records that know their cells."""
