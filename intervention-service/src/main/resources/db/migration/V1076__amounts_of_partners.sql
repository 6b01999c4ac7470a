insert into rule (code, version, valid_from, valid_to, value, source, note) values
('delivery.partner-units', 1, date '2021-01-01', null,
    '{"MEAL_DAY": {"hari": 1, "hari makan": 1, "minggu": 7, "day": 1, "days": 1, "meal day": 1, "meal days": 1, "week": 7, "weeks": 7},
      "VISIT": {"kunjungan": 1, "visit": 1, "visits": 1},
      "PACKAGE": {"paket": 1, "package": 1, "packages": 1},
      "BUILDING": {"unit": 1, "bangunan": 1, "rumah": 1, "jamban": 1, "sumur": 1, "building": 1, "buildings": 1}}',
    'assumed',
    'how much of what is planned the words of partners stand for, in small letters. What is counted otherwise, as eggs, says not for how many days it is: there a delivery counts as what was due');
