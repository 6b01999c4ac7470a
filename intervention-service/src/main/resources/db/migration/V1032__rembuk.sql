-- A meeting on stunting in an area of any level, as its newest revision has it.
create table rembuk (
    id        uuid    not null,
    area_code text    collate "C" not null,
    held_on   date    not null,
    revision  integer not null,
    state     text    not null,
    version   bigint  not null,
    constraint rembuk_pk primary key (id),
    constraint rembuk_state check (state in ('DRAFT', 'SIGNED')),
    constraint rembuk_revision check (revision >= 1)
);
create index rembuk_by_area on rembuk (area_code, id);

-- What was written down, word for word as it was hashed: a revision that was signed stays as it is.
create table rembuk_revision (
    rembuk_id  uuid    not null,
    revision   integer not null,
    area_code  text    collate "C" not null,
    content    text    not null,
    sha256     text    not null,
    reason     text,
    constraint rembuk_revision_pk primary key (rembuk_id, revision),
    constraint rembuk_revision_rembuk foreign key (rembuk_id) references rembuk (id),
    constraint rembuk_revision_sha256 check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    constraint rembuk_revision_has_a_reason check ((revision = 1) = (reason is null))
);

create table rembuk_signature (
    rembuk_id  uuid        not null,
    revision   integer     not null,
    subject    text        not null,
    on_behalf  text        not null,
    area_code  text        collate "C" not null,
    sha256     text        not null,
    signed_at  timestamptz not null default clock_timestamp(),
    constraint rembuk_signature_pk primary key (rembuk_id, revision, subject, on_behalf),
    constraint rembuk_signature_revision foreign key (rembuk_id, revision) references rembuk_revision (rembuk_id, revision)
);

-- What is signed stays as it is, whoever asks: a signature is worth what it was given for.
create function rembuk_revision_stays() returns trigger language plpgsql as $$
begin
    if exists (select 1 from rembuk_signature s where s.rembuk_id = old.rembuk_id and s.revision = old.revision) then
        raise exception 'a signed revision stays as it is' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger rembuk_revision_stays before update on rembuk_revision for each row execute function rembuk_revision_stays();

create table commitment (
    id              uuid    not null,
    rembuk_id       uuid    not null,
    area_code       text    collate "C" not null,
    party_kind      text    not null,
    party           text    not null,
    what            text    not null,
    quantity        numeric not null,
    unit            text    not null,
    made_on         date    not null,
    due_on          date    not null,
    state           text    not null,
    reason          text,
    kept_on         date,
    evidence_sha256 text,
    evidence_note   text,
    version         bigint  not null,
    constraint commitment_pk primary key (id),
    constraint commitment_rembuk foreign key (rembuk_id) references rembuk (id),
    constraint commitment_quantity check (quantity > 0),
    constraint commitment_due check (due_on >= made_on),
    constraint commitment_state check (state in ('OPEN', 'KEPT', 'BROKEN', 'WITHDRAWN')),
    constraint commitment_kept_with_evidence check ((state = 'KEPT') = (kept_on is not null and evidence_sha256 is not null)),
    constraint commitment_withdrawn_with_a_reason check ((state = 'WITHDRAWN') = (reason is not null)),
    constraint commitment_evidence_sha256 check (evidence_sha256 ~ '^[0-9a-f]{64}$')
);
create index commitment_by_area on commitment (area_code, id);
create index commitment_of_rembuk on commitment (rembuk_id);
create index commitment_open_by_day on commitment (due_on) where state = 'OPEN';

alter table rembuk enable row level security;
alter table rembuk force row level security;
create policy rembuk_scope on rembuk using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table rembuk_revision enable row level security;
alter table rembuk_revision force row level security;
create policy rembuk_revision_scope on rembuk_revision using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table rembuk_signature enable row level security;
alter table rembuk_signature force row level security;
create policy rembuk_signature_scope on rembuk_signature using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table commitment enable row level security;
alter table commitment force row level security;
create policy commitment_scope on commitment using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update on rembuk, rembuk_revision, commitment to ${app_role};
-- A signature is given once and never changed.
grant select, insert on rembuk_signature to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('rembuk.party-kind', 1, date '2021-01-01', null,
    '{"OPD": "OPD", "KECAMATAN": "Kecamatan", "DESA": "Desa/kelurahan", "BUMN_BUMD": "BUMN/BUMD", "COMPANY": "Perusahaan", "UNIVERSITY": "Perguruan tinggi", "COMMUNITY": "Komunitas", "FAITH_GROUP": "Organisasi keagamaan", "MEDIA": "Media", "OTHER": "Lainnya"}',
    'issue 5 points 2 and 6: OPD, desa, company, university and others', 'assumed: the list of kinds and their words'),
('rembuk.grace-days', 1, date '2021-01-01', null, '0', 'none found', 'assumed: a commitment is broken from the day after its due day');
