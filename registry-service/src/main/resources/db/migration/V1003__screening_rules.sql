-- The screening of families at risk of stunting (KRS), DOMAIN section 3. A correction is a new row with the next version.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('krs.target-wife-age-from', 1, date '2021-01-01', null, '15', 'BKKBN, Pendataan Keluarga: PUS', null),
('krs.target-wife-age-to', 1, date '2021-01-01', null, '49', 'BKKBN, Pendataan Keluarga: PUS', 'inclusive'),
('krs.target-baduta-below-months', 1, date '2021-01-01', null, '24', 'Peraturan BKKBN 12/2021', null),
('krs.target-balita-below-months', 1, date '2021-01-01', null, '60', 'Peraturan BKKBN 12/2021', null),
('krs.safe-water', 1, date '2021-01-01', null, '["BOTTLED", "REFILL", "PIPED", "BOREHOLE", "PROTECTED_WELL"]', 'BKKBN, Verval KRS: F1', 'open: some sources add protected spring and rain'),
('krs.safe-latrine', 1, date '2021-01-01', null, '["SEPTIC_TANK"]', 'BKKBN, Verval KRS: F2', null),
('krs.mother-too-young-below', 1, date '2021-01-01', null, '20', 'BKKBN, Verval KRS: F3a', null),
('krs.mother-too-old-from', 1, date '2021-01-01', null, '35', 'BKKBN, Verval KRS: F3b', null),
('krs.mother-too-old-to', 1, date '2021-01-01', null, '40', 'BKKBN, Verval KRS: F3b', 'open: the upper bound, inclusive here'),
('krs.spacing-below-months', 1, date '2021-01-01', null, '24', 'BKKBN, Verval KRS: F3c', null),
('krs.most-children', 1, date '2021-01-01', null, '3', 'BKKBN, Verval KRS: F3d', 'open: more than 3, or 3 and more'),
('krs.modern-contraception', 1, date '2021-01-01', null, '["PILL", "INJECTION", "IMPLANT", "IUD", "CONDOM", "FEMALE_STERILISATION", "MALE_STERILISATION", "LACTATIONAL_AMENORRHOEA"]', 'BKKBN, Verval KRS: F4', 'open: lactational amenorrhoea'),
('krs.contraception-needs-one-of', 1, date '2021-01-01', null, '["MOTHER_TOO_YOUNG", "MOTHER_TOO_OLD", "BIRTHS_TOO_CLOSE", "TOO_MANY_CHILDREN"]', 'derived: 8.68 million KRS in 2024 against about 15 million who use no modern method', 'open: an empty list lets F4 count by itself');
