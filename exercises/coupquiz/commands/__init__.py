"""What `coup1920` can be told to do: one module for a command, with the options it takes and what it does."""
