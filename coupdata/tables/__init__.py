"""The records of a case as tables: plain rows, and pandas data frames."""
