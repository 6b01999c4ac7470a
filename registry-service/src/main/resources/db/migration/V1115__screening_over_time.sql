-- Screening as time passes (DOMAIN section 3).
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('krs.spacing-counts-below-months', 1, date '2021-01-01', null, '60', 'assumed: as long as the youngest child is a balita', 'open: when a short spacing lapses'),
('krs.one-birth-below-months', 1, date '2021-01-01', null, '5', 'assumed: births closer than this are twins, or one birth told twice', 'open');
