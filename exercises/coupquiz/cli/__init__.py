"""The command `coup1920`: one module for each thing that it can be told to do."""
