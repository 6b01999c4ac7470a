-- What a TPPS reports upward each semester: the words it writes, the figures as they were when it handed them in, and what the level above
-- said to them.
create table evaluation (
    area_code  text collate "C" not null,
    period     text        not null,
    version    bigint      not null,
    state      text        not null,
    obstacles  text        not null,
    follow_up  text        not null,
    changed_at timestamptz not null,
    constraint evaluation_pk primary key (area_code, period),
    constraint evaluation_period check (period ~ '^[12][0-9]{3}-S[12]$'),
    constraint evaluation_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'))
);
create index evaluation_of_period on evaluation (period, area_code);

-- Each time it was handed in: the very text of the report that the hash is of. The application may only add.
create table evaluation_submission (
    area_code    text collate "C" not null,
    period       text        not null,
    number       integer     not null,
    submitted_at timestamptz not null,
    late         boolean     not null,
    content      text        not null,
    hash         text        not null,
    constraint evaluation_submission_pk primary key (area_code, period, number),
    constraint evaluation_submission_of foreign key (area_code, period) references evaluation,
    constraint evaluation_submission_number check (number > 0)
);

-- Who did what to it, by office and not by person: the subject is for the rule that nobody decides on what they handed in.
create table evaluation_step (
    area_code text collate "C" not null,
    period    text        not null,
    number    integer     not null,
    action    text        not null,
    at        timestamptz not null,
    office    text        not null,
    subject   text        not null,
    remarks   text,
    hash      text        not null,
    constraint evaluation_step_pk primary key (area_code, period, number),
    constraint evaluation_step_of foreign key (area_code, period) references evaluation,
    constraint evaluation_step_action check (action in ('SUBMITTED', 'RETURNED', 'ACCEPTED')),
    constraint evaluation_step_reason check (action <> 'RETURNED' or remarks is not null)
);

do $$
declare
    t text;
begin
    foreach t in array array['evaluation', 'evaluation_submission', 'evaluation_step']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (app_in_scope(area_code)) with check (app_in_scope(area_code))',
            t || '_scope', t);
    end loop;
end $$;
grant select, insert, update on evaluation to ${app_role};
grant select, insert on evaluation_submission, evaluation_step to ${app_role};

-- How many entered and left the case list in a semester: read by area and day, without the rows themselves.
create index stunting_case_since on stunting_case (area_code, since) where stunting <> 'NORMAL';
create index stunting_case_ceased on stunting_case (area_code, since) where stunting = 'NORMAL';

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('evaluation.due-days', 1, date '2021-08-05', null, '{"DESA_KELURAHAN": 5, "KECAMATAN": 10, "KABUPATEN_KOTA": 15, "PROVINSI": 30}', 'Perpres 72/2021 pasal 25: bupati/wali kota kepada gubernur dan gubernur kepada menteri, dua kali setahun', 'assumed: days after the end of the semester; no due day is established'),
('evaluation.posyandu', 1, date '2021-08-05', null, '10', 'no source: as many as fit on the page', 'assumed: how many posyandu to measure again a report names');
