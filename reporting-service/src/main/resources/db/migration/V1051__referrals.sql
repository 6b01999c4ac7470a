-- What families were referred to offices for, in its newest state. Whose it is stands here only so that it goes with them.
create table referral (
    referral_id uuid   not null,
    version     bigint not null,
    family_id   uuid   not null,
    child_id    uuid,
    area_code   text   collate "C" not null,
    field       text   not null,
    state       text   not null,
    stage       text,
    due_on      date,
    constraint referral_pk primary key (referral_id)
);
create index referral_open on referral (area_code, field, stage, due_on) where state = 'OPEN';
create index referral_of_family on referral (family_id);
create index referral_of_child on referral (child_id);
alter table referral enable row level security;
alter table referral force row level security;
create policy referral_scope on referral using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on referral to ${app_role};
