-- What may be done for a partner with the data of a child or a family: registry's consents, in their latest version. One that was
-- withdrawn stays with its version, so that an older event can't bring it back.
create table permission (
    consent_id  uuid   not null,
    version     bigint not null,
    child_id    uuid,
    family_id   uuid   not null,
    area_code   text   collate "C" not null,
    purpose     text   not null,
    partner     text,
    valid_from  date   not null,
    valid_until date   not null,
    withdrawn   boolean not null,
    constraint permission_pk primary key (consent_id),
    constraint permission_time check (valid_until >= valid_from)
);
create index permission_of_child on permission (child_id) where child_id is not null and not withdrawn;
create index permission_of_family on permission (family_id) where child_id is null and not withdrawn;

-- Who may see the child or the family where it lives now may know what is permitted; where it was given says nothing any more.
alter table permission enable row level security;
alter table permission force row level security;
create policy permission_scope on permission
    using (app_in_scope((case when child_id is null then (select f.area_code from family f where f.id = permission.family_id)
            else (select c.area_code from child c where c.id = permission.child_id) end))
        or nullif(current_setting('app.wilayah', true), '') = '*')
    with check (app_in_scope(area_code));

grant select, insert, update, delete on permission to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('audit.fields', 2, date '2021-01-01', null, '{}', 'the operations of intervention-service', 'answers needs and referrals under random ids');
