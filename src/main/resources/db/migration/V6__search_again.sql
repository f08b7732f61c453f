-- Words are now searched in composed letters and without invisible characters. The search table is filled again from the
-- journal, in the background; until it has caught up, older entries are not found.
truncate searchable, word;
