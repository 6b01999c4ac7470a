-- What was told to another system (SATUSEHAT) about a measurement, and what still has to be. One row a measurement and
-- destination: the newest version that was queued, and how it stands. sent_kinds remembers which observations the destination
-- holds, so that one that a correction takes away is taken back there too.
create table exchange_delivery (
    destination     text        not null,
    measurement_id  uuid        not null,
    child_id        uuid        not null,
    area_code       text collate "C" not null,
    version         integer     not null,
    state           text        not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    last_status     integer,
    reason          text,
    sent_kinds      text        not null default '',
    queued_at       timestamptz not null default clock_timestamp(),
    answered_at     timestamptz,
    constraint exchange_delivery_pk primary key (destination, measurement_id),
    constraint exchange_delivery_state check (state in ('PENDING', 'DELIVERED', 'SET_ASIDE', 'NOTHING_TO_SEND')),
    constraint exchange_delivery_attempts check (attempts >= 0)
);
create index exchange_delivery_due on exchange_delivery (destination, next_attempt_at) where state = 'PENDING';
create index exchange_delivery_of_child on exchange_delivery (child_id);

-- Up to when every change of a measurement was compared with the ledger.
create table exchange_progress (
    destination       text        not null,
    compared_until    timestamptz not null,
    compared_all_at   timestamptz not null,
    constraint exchange_progress_pk primary key (destination)
);

-- Found by time without a tree that every weighing would have to grow: rows are written about in the order of both.
create index measurement_recorded_at on measurement using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
create index measurement_measured_on on measurement using brin (measured_on) with (pages_per_range = 32, autosummarize = on);

alter table exchange_delivery enable row level security;
alter table exchange_delivery force row level security;
create policy exchange_delivery_scope on exchange_delivery
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on exchange_delivery to ${app_role};
grant select, insert, update on exchange_progress to ${app_role};

-- How a measurement is spoken of there. kemkes = http://terminology.kemkes.go.id/CodeSystem/clinical-term,
-- sct = http://snomed.info/sct, loinc = http://loinc.org. A word of a class is unique only within its index.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'satusehat.observations', 1, '1900-01-01', null,
    '{
      "systems": {"loinc": "http://loinc.org", "sct": "http://snomed.info/sct",
        "kemkes": "http://terminology.kemkes.go.id/CodeSystem/clinical-term"},
      "codes": {
        "WEIGHT": ["loinc", "29463-7", "Berat badan"],
        "LENGTH_LYING": ["loinc", "8306-3", "Panjang badan"],
        "HEIGHT_STANDING": ["loinc", "8308-9", "Tinggi badan"],
        "HEIGHT_UNKNOWN": ["loinc", "8302-2", "Panjang atau tinggi badan"],
        "HEAD": ["loinc", "9843-4", "Lingkar kepala"],
        "ARM": ["sct", "284473002", "Lingkar lengan atas"],
        "WEIGHT_FOR_AGE": ["sct", "1153593003", "BB/U"],
        "LENGTH_FOR_AGE": ["sct", "1153590000", "PB/U"],
        "HEIGHT_FOR_AGE": ["sct", "1153604005", "TB/U"],
        "WEIGHT_FOR_LENGTH": ["sct", "1153598007", "BB/PB"],
        "WEIGHT_FOR_HEIGHT": ["sct", "1153600001", "BB/TB"],
        "BMI_FOR_AGE": ["sct", "1153596006", "IMT/U"],
        "HEAD_FOR_AGE": ["sct", "1153594009", "LK/U"]},
      "interpretations": {
        "weightForAge": {
          "SEVERELY_UNDERWEIGHT": ["kemkes", "OI000007"], "UNDERWEIGHT": ["sct", "248342006"],
          "NORMAL": ["sct", "43664005"], "RISK_OF_OVERWEIGHT": ["kemkes", "OI000010"]},
        "lengthHeightForAge": {
          "SEVERELY_STUNTED": ["kemkes", "OI000011"], "STUNTED": ["sct", "444000005"],
          "NORMAL": ["sct", "17489000"], "TALL": ["sct", "83077003"]},
        "weightForLengthHeight": {
          "SEVERELY_WASTED": ["kemkes", "OI000001"], "WASTED": ["sct", "248325000"],
          "NORMAL": ["sct", "248324001"], "RISK_OF_OVERWEIGHT": ["kemkes", "OI000004"],
          "OVERWEIGHT": ["sct", "238131007"], "OBESE": ["sct", "414915002"]},
        "headCircumferenceForAge": {
          "MICROCEPHALY": ["sct", "1148757008"], "NORMAL": ["sct", "840673007"], "MACROCEPHALY": ["sct", "1145403003"]},
        "bmiForAge": {}}
    }',
    'SATUSEHAT, modul gizi: FHIR R4 Observation',
    'found in a published secondary source; no codes for the classes of IMT/U are established, so they go in words: open');
