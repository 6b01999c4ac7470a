-- Snapshots of figures as they were published. The application may add to them and never change them; a hash over all of it tells whether
-- somebody else did.
create table publication (
    id             uuid        not null,
    area_code      text collate "C" not null,
    month          date        not null,
    revision       integer     not null,
    note           text,
    reason         text,
    published_at   timestamptz not null,
    as_of          timestamptz,
    includes       jsonb       not null,
    smallest_shown integer     not null,
    round_to       integer     not null,
    -- area, indicator and hash of each row, in order
    seals          text[]      not null,
    hash           text        not null,
    constraint publication_pk primary key (id),
    constraint publication_revision unique (area_code, month, revision),
    constraint publication_reason check (revision = 1 or reason is not null),
    constraint publication_level check (length(area_code) <= 8)
);

-- Exact: of the areas of the reader only.
create table published_figure (
    publication_id uuid   not null,
    area_code      text collate "C" not null,
    indicator      text   not null,
    numerator      bigint not null,
    denominator    bigint not null,
    coverage       numeric(9, 4),
    constraint published_figure_pk primary key (publication_id, area_code, indicator),
    constraint published_figure_of foreign key (publication_id) references publication
);
alter table published_figure enable row level security;
alter table published_figure force row level security;
create policy published_figure_scope on published_figure using (app_in_scope(area_code)) with check (app_in_scope(area_code));

-- Hidden and rounded: for everybody, so no row level security. Null is hidden.
create table public_figure (
    publication_id uuid   not null,
    area_code      text collate "C" not null,
    area_name      text   not null,
    indicator      text   not null,
    numerator      bigint,
    denominator    bigint,
    percent        numeric(7, 1),
    coverage       numeric(7, 1),
    constraint public_figure_pk primary key (publication_id, area_code, indicator),
    constraint public_figure_of foreign key (publication_id) references publication
);
create index public_figure_area on public_figure (area_code, publication_id);

grant select, insert on publication, published_figure, public_figure to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('publication.smallest-shown', 1, date '2020-01-01', null, '10', 'practice of statistical offices: counts below 10, and complements below 10, are not told', 'assumed: no rule of BPS or Kemenkes for routine data is established'),
('publication.round-to', 1, date '2020-01-01', null, '5', 'practice of statistical offices: rounding to base 5', 'assumed'),
('publication.fewest-possible', 1, date '2020-01-01', null, '5', 'as many values as a rounded count can have', 'assumed'),
('publication.parts', 1, date '2020-01-01', null, '{"growth.severely-stunted": "growth.stunted", "growth.height-plausible": "growth.weighed", "growth.weight-plausible": "growth.weighed", "growth.wasting-plausible": "growth.weighed"}', 'definitions of the measures', 'what a reader knows to be part of what');
