-- Names of areas down to the kecamatan, as registry publishes them; whoever is shown more than codes is shown nothing finer here.
create table area_name (
    code text collate "C" not null,
    name text not null,
    constraint area_name_pk primary key (code)
);
create table area_list (
    kabupaten text   not null,
    version   bigint not null,
    constraint area_list_pk primary key (kabupaten)
);

-- Whether a child is a boy or a girl, for who helps it. Kept apart from table child, whose rows decide who is helped: this one never does.
create table child_sex (
    child_id  uuid   not null,
    area_code text   collate "C" not null,
    version   bigint not null,
    sex       text   not null,
    constraint child_sex_pk primary key (child_id),
    constraint child_sex_value check (sex in ('L', 'P'))
) with (fillfactor = 80);
alter table child_sex enable row level security;
alter table child_sex force row level security;
create policy child_sex_scope on child_sex using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on area_name, area_list, child_sex to ${app_role};

-- A partner also says that it can't bring something, and then there is no quantity of it.
alter table partner_report add column outcome text not null default 'SENT',
    alter column quantity drop not null,
    alter column unit drop not null,
    add constraint partner_report_outcome check (outcome in ('SENT', 'UNABLE')),
    add constraint partner_report_amount check (num_nonnulls(quantity, unit) = case outcome when 'SENT' then 2 else 0 end);

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('partner.growth-limit', 1, date '2021-01-01', null, '-2', 'Permenkes 2/2020: below -2 SD length for age',
    'the line of the picture that a partner is shown; no diagnosis follows from it here');
