"""Tests of the room that brings in somebody else's tracker."""
