-- What an operation answers or changes of each kind of object, for breach reports; the NIK and the family card number are never
-- answered. A correction is a new row with the next version.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('audit.fields', 2, date '2021-01-01', null,
    '{"child": {
        "READ": ["name", "motherName", "fatherName", "sex", "birthDate", "area", "posyanduId", "birthOrder",
            "birthWeightGrams", "birthLengthCm", "stunting"],
        "SEARCH": ["name", "motherName", "sex", "birthDate", "area"],
        "REGISTER": ["name", "motherName", "fatherName", "nik", "sex", "birthDate", "area"],
        "CORRECT": ["name", "motherName", "fatherName", "nik", "sex", "birthDate", "area"],
        "MOVE": ["area"], "GIVE_CONSENT": ["consent"], "WITHDRAW_CONSENT": ["consent"], "ERASE": ["everything"]},
      "family": {
        "READ": ["headName", "phone", "address", "rw", "rt", "area", "conditions", "riskFactors"],
        "REGISTER": ["headName", "cardNumber", "phone", "address", "rw", "rt", "area", "conditions"],
        "CORRECT": ["headName", "cardNumber", "phone", "address", "rw", "rt", "area", "conditions"],
        "RESCREEN": ["riskFactors"], "READ_CONSENT": ["consent"], "ERASE": ["everything"]},
      "import": {"IMPORT": ["file"], "DRY_RUN": ["file"]}}',
    'the operations of registry-service', null);
