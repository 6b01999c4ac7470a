-- Whether one file or one source lists two children beside each other: it says that they are two.
create index import_row_of_child on import_row (child_id, import_id) where child_id is not null;
