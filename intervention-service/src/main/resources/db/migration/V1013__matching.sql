-- A search for a plan, and what it proposed.
create table matching_run (
    id           uuid        not null,
    area_code    text        collate "C" not null,
    state        text        not null,
    seconds      integer     not null,
    needs        integer     not null default 0,
    sponsors     integer     not null default 0,
    places       integer     not null default 0,
    placed       integer     not null default 0,
    score        bigint,
    bound        bigint,
    rule_version integer     not null default 0,
    started_at   timestamptz not null default clock_timestamp(),
    told_at      timestamptz not null default clock_timestamp(),
    ended_at     timestamptz,
    stop_asked   boolean     not null default false,
    constraint matching_run_pk primary key (id),
    constraint matching_run_state check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    constraint matching_run_seconds check (seconds between 1 and 300)
);
create unique index matching_run_one_at_a_time on matching_run (area_code) where state = 'RUNNING';
create table matching_proposal (
    run_id     uuid    not null,
    need_id    uuid    not null,
    sponsor_id uuid    not null,
    area_code  text    collate "C" not null,
    place      integer not null,
    points     integer not null,
    reasons    jsonb   not null,
    outcome    text,
    constraint matching_proposal_pk primary key (run_id, need_id),
    constraint matching_proposal_run foreign key (run_id) references matching_run (id) on delete cascade
);
create index matching_proposal_in_order on matching_proposal (run_id, place);
create index matching_proposal_of_need on matching_proposal (need_id);
alter table matching_run enable row level security;
alter table matching_run force row level security;
create policy matching_run_scope on matching_run using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table matching_proposal enable row level security;
alter table matching_proposal force row level security;
create policy matching_proposal_scope on matching_proposal using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on matching_run, matching_proposal to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('matching.weights', 1, date '2021-01-01', null,
    '{"rank": 100, "fairShare": 2000, "wish": 300, "earlier": 400, "earlierDays": 365, "distance": {"sameDesa": 200, "sameKecamatan": 150, "sameKabupaten": 50}}',
    'Kab. Serang 2024: an ASN of Kibin may help any child of the kabupaten; GENTING: poor KRS in the first 1,000 days first (in the rank)',
    'assumed: how much each counts. A fair share outweighs 20 points of rank');
