/** What a person brings: a whole chart, or a table that must be understood first. */
