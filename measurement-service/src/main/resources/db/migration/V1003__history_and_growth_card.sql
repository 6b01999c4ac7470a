-- The growth card (KMS): one weighing a month has a mark, compared with the month before. A column of the weighing, since it
-- is part of what is said about it; another weighing of the same month has none.
alter table measurement
    add column reason         text not null default 'RECORDED',
    add column recorded_for   uuid,
    add column growth_mark    text,
    add column not_gained     smallint,
    add column gain_grams     integer,
    add column minimum_gain   integer,
    add column twice_not_gained boolean not null default false,
    add column below_red_line boolean not null default false,
    add column card_rule      integer,
    add constraint measurement_growth_mark check (growth_mark in ('B', 'O', 'N', 'T')),
    add constraint measurement_card check (
        (growth_mark is null) = (not_gained is null) and (growth_mark in ('N', 'T') or minimum_gain is null));

alter table measurement_revision
    add column reason         text not null default 'RECORDED',
    add column recorded_for   uuid,
    add column growth_mark    text,
    add column not_gained     smallint,
    add column gain_grams     integer,
    add column minimum_gain   integer,
    add column twice_not_gained boolean not null default false,
    add column below_red_line boolean not null default false,
    add column card_rule      integer;

comment on column measurement.reason is 'why this revision was made; a word, never free text, which would collect names';
comment on column measurement.recorded_for is 'the child it was sent for, when that child was merged into another since';
comment on column measurement.not_gained is 'how many T there are in a row, with this one';
comment on column measurement.card_rule is 'version of kms.growth-card the mark was made with';

create index measurement_revision_of_child on measurement_revision (child_id);
create index measurement_recorded_for on measurement (recorded_for) where recorded_for is not null;
create index measurement_revision_recorded_for on measurement_revision (recorded_for) where recorded_for is not null;

-- merged_into: the registry found that two children are one; measurements of both belong to that one, and come back when the
-- merge is undone. faltering: what calls for a referral by the newest weighing.
alter table child
    add column merged_into       uuid,
    add column faltering         text   not null default 'NONE',
    add column faltering_version bigint not null default 0,
    add constraint child_faltering check (
        faltering in ('NONE', 'TWICE_NOT_GAINED', 'BELOW_RED_LINE', 'TWICE_NOT_GAINED_BELOW_RED_LINE'));
create index child_merged_into on child (merged_into) where merged_into is not null;

-- Minimum gain (KBM) in grams by sex and column of the card: [from column, grams], the column being the number of calendar
-- months since the month of birth, as the card is filled in by hand.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'kms.growth-card', 1, '1900-01-01', null,
    '{
      "minimumGainGrams": {
        "L": [[1, 800], [2, 900], [3, 800], [4, 600], [5, 500], [6, 400], [8, 300], [12, 200]],
        "P": [[1, 800], [2, 900], [3, 800], [4, 600], [5, 500], [6, 400], [7, 300], [11, 200]]},
      "missedMonth": "SKIPPED",
      "notGainedInARow": 2,
      "redLineZ": -3,
      "lastColumn": 60
    }',
    'Kementerian Kesehatan, Buku KIA 2023: Kartu Menuju Sehat',
    'minimum gains found in a published secondary source; assumed: where a column begins, that a missed month (O) neither '
    'ends nor lengthens a row of T, that the card ends with column 60');

-- When WHO's weight velocity says more than the card: how slow a gain that reached the minimum may be, and how usual one is that
-- did not.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'kms.weight-velocity', 1, '1900-01-01', null,
    '{"slowBelowZ": -2, "usualFromZ": -1}',
    'WHO Child Growth Standards: Growth velocity (2009), chapter on use of the standards',
    'assumed: WHO publishes the distribution and no cut-offs');
