-- Who answers a risk factor, DOMAIN sections 1 and 6. A correction is a new row with the next version, never an update.
-- A factor without a field opens no referral.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('referral.field', 1, date '2021-01-01', null,
    '{"UNSAFE_WATER": "PUPR", "UNSAFE_SANITATION": "PUPR", "NO_MODERN_CONTRACEPTION": "DP3AKB"}',
    'DOMAIN section 1: Rejang Lebong 2023, PUPR builds toilets, each OPD by its field; Banten 2023, KB service visits; section 6: sensitive interventions',
    'open: which OPD has the field differs by kabupaten (PUPR or Perkim, DP3AKB or DPPKB). The 4T factors (age, spacing, number of births) are answered by the KB service and have no field of their own'),
('need.child-below-months', 1, date '2021-01-01', null, '60',
    'Peraturan BKKBN 12/2021: balita, 0 to 59 months', 'a need that ends from this age on has been outgrown, not met');
