"""The command `coup1920`: one module for what it can be told to do, with the options it takes and what it does."""
