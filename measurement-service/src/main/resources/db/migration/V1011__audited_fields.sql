-- What an operation answers or changes of each kind of object, for breach reports. A correction is a new row.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('audit.fields', 2, date '2021-01-01', null,
    '{"child": {"READ": ["birthDate", "sex", "area", "measurements", "zScores", "growthCard"]},
      "measurement": {"CORRECT": ["measurement"], "VOID": ["measurement"], "READ": ["measurement", "zScores"]},
      "measurement-batch": {"RECORD": ["measurements"]},
      "roster": {"DOWNLOAD": ["name", "motherName", "birthDate", "sex", "measurements"]},
      "measurements-of-area": {"EXPORT": ["measurements"], "EXPORT-PSEUDONYMOUS": ["measurements"]},
      "pregnancy-check": {"READ": ["check", "lastPeriodOn"], "CORRECT": ["check"], "VOID": ["check"]},
      "couple-check": {"READ": ["check", "agesOfBrideAndGroom"], "CORRECT": ["check"], "VOID": ["check"]}}',
    'the operations of measurement-service', 'names on a roster come from registry and are audited there child by child');
