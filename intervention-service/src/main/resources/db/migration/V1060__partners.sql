-- Applications of partners, by the client of their tokens.
create table partner (
    client      text    not null,
    institution text    not null,
    area_code   text    collate "C" not null,
    contact     text    not null,
    suspended   boolean not null,
    version     bigint  not null,
    constraint partner_pk primary key (client)
);
create index partner_by_area on partner (area_code, client);
alter table partner enable row level security;
alter table partner force row level security;
create policy partner_scope on partner using (app_in_scope(area_code)) with check (app_in_scope(area_code));

-- By what name each partner knows somebody. Rows are of a client, not of an area: whoever is found through one is then read under the
-- caller's areas. Also the answer to whom a partner was ever told of, should there be a breach.
create table partner_pseudonym (
    client       text        not null,
    subject_kind text        not null,
    subject_id   uuid        not null,
    code         text        not null,
    made_at      timestamptz not null default clock_timestamp(),
    constraint partner_pseudonym_pk primary key (client, subject_id),
    constraint partner_pseudonym_code unique (client, code),
    constraint partner_pseudonym_kind check (subject_kind in ('CHILD', 'PREGNANCY'))
);
create index partner_pseudonym_of_subject on partner_pseudonym (subject_id);

-- What a partner says it delivered, seen by whoever sees the placement.
create table partner_report (
    client       text        not null,
    id           uuid        not null,
    placement_id uuid        not null,
    day          date        not null,
    item         text        not null,
    quantity     numeric     not null,
    unit         text        not null,
    made_at      timestamptz not null default clock_timestamp(),
    constraint partner_report_pk primary key (client, id),
    constraint partner_report_placement foreign key (placement_id) references placement (id) on delete cascade,
    constraint partner_report_quantity check (quantity > 0)
);
create index partner_report_of_placement on partner_report (placement_id);
create index partner_report_by_day on partner_report (client, day);
alter table partner_report enable row level security;
alter table partner_report force row level security;
create policy partner_report_scope on partner_report
    using (exists (select from placement p where p.id = partner_report.placement_id))
    with check (exists (select from placement p where p.id = partner_report.placement_id));

grant select, insert, update, delete on partner, partner_pseudonym, partner_report to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('partner.least-children', 1, date '2021-01-01', null, '5', 'small cells below 5 are suppressed for partners and the public', 'assumed; also the least of each line of a report'),
('partner.urgency', 1, date '2021-01-01', null,
    '[{"band": "HIGH", "from": 90}, {"band": "MEDIUM", "from": 50}, {"band": "LOW", "from": 0}]',
    'assumed', 'open: bands of the points of need.rank; a partner is not told the points'),
('partner.area-letters', 1, date '2021-01-01', null,
    '{"36.01": "PDG", "36.02": "LBK", "36.03": "TGR", "36.04": "SRG", "36.71": "TNG", "36.72": "CLG", "36.73": "SRK", "36.74": "TGS"}',
    'assumed', 'Banten; elsewhere the digits of the kabupaten');
