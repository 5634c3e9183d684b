"""What a case is made of: frozen records, standard library alone."""
