insert into rule (code, version, valid_from, valid_to, value, source, note) values
('outcome.windows', 1, date '2021-01-01', null,
    '{"monthsBefore": 3, "monthsAfter": 3, "leadDays": 45, "leastDays": 14, "recoveredFromZ": -2, "ageBandsFromMonths": [0, 6, 12, 24],
      "leastChildren": 5, "mostDays": 366}',
    'DOMAIN section 6: juknis PMT lokal, success is BB/TB of -2 SD or more; small cells below 5 are kept back as everywhere',
    'assumed: three months before and after, a weighing of up to 45 days before counts as the start, growth is told from weighings at least 14 days apart, the age bands');
create index placement_promised on placement (area_code, from_on, to_on) where from_on is not null;
