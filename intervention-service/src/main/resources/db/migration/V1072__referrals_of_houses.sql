insert into rule (code, version, valid_from, valid_to, value, source, note) values
('referral.field', 2, date '2021-01-01', null,
    '{"UNSAFE_WATER": "PUPR", "UNSAFE_SANITATION": "PUPR", "UNFIT_HOUSE": "PUPR", "NO_MODERN_CONTRACEPTION": "DP3AKB"}',
    'as version 1; GENTING: house repair is one of its kinds of help (DOMAIN section 6); the field of houses is public works and housing, PUPR or Perkim',
    'as version 1; open: a kabupaten whose Perkim stands by itself writes PERKIM. A house is seen by whoever was there, and no registry says so');
