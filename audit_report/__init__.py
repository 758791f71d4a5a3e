"""Turn a council's audit and assessment tracker (Excel) into its Audit Committee report (Word)."""

__version__ = "0.1.0"
