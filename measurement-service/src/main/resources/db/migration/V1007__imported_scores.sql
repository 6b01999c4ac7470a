-- Imported z-scores of a month, to be compared with our own; everything else never enters this index.
create index measurement_imported_scores on measurement (measured_on, id)
    where not voided and (imported_z_weight is not null or imported_z_length_height is not null
        or imported_z_weight_for_length is not null);

-- How far two figures may lie apart and still be the same one, printed by two programs.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'growth.comparison', 1, '1900-01-01', null, '{"sameWithin": 0.01}',
    'e-PPGBM prints two decimals', 'assumed: one unit of the last decimal');
