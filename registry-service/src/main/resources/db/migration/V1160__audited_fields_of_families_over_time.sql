-- The operations on members, pregnancies, couples, companions and aid, and what became of families and children, for breach
-- reports; the NIK and the family card number are never answered.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('audit.fields', 3, date '2021-01-01', null,
    '{"child": {
        "READ": ["name", "motherName", "fatherName", "sex", "birthDate", "area", "posyanduId", "birthOrder",
            "birthWeightGrams", "birthLengthCm", "stunting"],
        "SEARCH": ["name", "motherName", "sex", "birthDate", "area"],
        "REGISTER": ["name", "motherName", "fatherName", "nik", "sex", "birthDate", "area"],
        "CORRECT": ["name", "motherName", "fatherName", "nik", "sex", "birthDate", "area"],
        "MERGE": ["name", "motherName", "fatherName", "nik"], "MERGE_AUTOMATICALLY": ["name", "motherName", "fatherName", "nik"],
        "UNMERGE": ["name", "motherName", "fatherName", "nik"], "TRANSFER": ["familyId", "area"], "MOVE": ["area"],
        "ASSIGN_COMPANIONS": ["companions"], "RELEASE_COMPANIONS": ["companions"], "FOLLOW_COMPANIONS": ["companions"],
        "VISIT": ["visit"], "GIVE_CONSENT": ["consent"], "WITHDRAW_CONSENT": ["consent"], "ERASE": ["everything"]},
      "member": {
        "READ": ["relation", "maritalStatus", "lifeLine"],
        "REGISTER": ["name", "nik", "relation", "maritalStatus", "sex", "birthDate", "area"],
        "CORRECT": ["name", "nik", "relation", "maritalStatus", "sex", "birthDate", "area"],
        "TRANSFER": ["familyId", "area"], "MOVE": ["area"]},
      "pregnancy": {
        "READ": ["motherName", "confirmedOn", "lastPeriodOn", "expectedOn", "outcome"],
        "REGISTER": ["confirmedOn", "lastPeriodOn", "expectedOn"], "CORRECT": ["confirmedOn", "lastPeriodOn", "expectedOn"],
        "END": ["outcome"], "ASSIGN_COMPANIONS": ["companions"], "RELEASE_COMPANIONS": ["companions"],
        "FOLLOW_COMPANIONS": ["companions"], "VISIT": ["visit"]},
      "couple": {
        "READ": ["brideName", "groomName", "plannedWeddingOn", "state"], "REGISTER": ["plannedWeddingOn"],
        "CHANGED": ["plannedWeddingOn"], "MARRIED": ["state"], "CALLED_OFF": ["state"],
        "ASSIGN_COMPANIONS": ["companions"], "RELEASE_COMPANIONS": ["companions"], "FOLLOW_COMPANIONS": ["companions"],
        "VISIT": ["visit"]},
      "family": {
        "READ": ["headName", "phone", "address", "rw", "rt", "area", "conditions", "riskFactors", "memberNames"],
        "SEARCH": ["headName", "memberNames", "rw", "rt", "area", "riskFactors", "welfareRank"],
        "REGISTER": ["headName", "cardNumber", "phone", "address", "rw", "rt", "area", "conditions"],
        "CORRECT": ["headName", "cardNumber", "phone", "address", "rw", "rt", "area", "conditions"],
        "MOVE": ["area", "rw", "rt", "address"], "SPLIT": ["members"], "MERGE": ["members"], "UNMERGE": ["members"],
        "OBSERVE": ["conditions"], "RESCREEN": ["riskFactors"], "READ_CONSENT": ["consent"], "READ_COMPANIONS": ["headName", "companions"],
        "ASSIGN_COMPANIONS": ["companions"], "RELEASE_COMPANIONS": ["companions"], "FOLLOW_COMPANIONS": ["companions"],
        "VISIT": ["visit"], "PLAN_AID": ["aid"], "TELL_AID": ["aid"], "ERASE": ["everything"]},
      "companion-team": {"REGISTER": ["memberNames"], "CORRECT": ["memberNames"], "READ": ["memberNames"]},
      "aid": {"PLAN_AID": ["aid"], "READ": ["aid"]},
      "import": {"IMPORT": ["file"], "DRY_RUN": ["file"]}}',
    'the operations of registry-service', null);
