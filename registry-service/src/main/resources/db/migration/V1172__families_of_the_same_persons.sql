-- Families without a common card that turn out to have the same persons.

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('family-pair.least-persons', 1, date '2021-01-01', null, '2', 'assumed: one person may have moved, two are a household',
    'open: how many persons two families share, joined or likely the same, before they are proposed as one');

-- What the operations on merged members touch, for breach reports.
insert into rule (code, version, valid_from, valid_to, value, source, note)
select code, 4, valid_from, valid_to,
    jsonb_set(jsonb_set(jsonb_set(value, '{member}', value -> 'member' || '{
        "READ": ["name", "spouseName", "sex", "birthDate", "area", "relation", "maritalStatus", "lifeLine"],
        "MERGE": ["name", "nik", "birthDate", "maritalStatus"], "MERGE_AUTOMATICALLY": ["name", "nik", "birthDate", "maritalStatus"],
        "UNMERGE": ["name", "nik", "birthDate", "maritalStatus"], "COMPLETE": ["name", "nik", "birthDate", "maritalStatus"]}'),
        '{pregnancy}', value -> 'pregnancy' || '{"FOLLOW": ["motherId", "familyId", "area"]}'),
        '{couple}', value -> 'couple' || '{"FOLLOW": ["brideId", "groomId", "familyId", "area"]}')
        || jsonb_build_object('child', value -> 'child' || '{"FOLLOW_CONSENT": ["consent"]}'),
    source, note
from rule where code = 'audit.fields' and version = 3;
