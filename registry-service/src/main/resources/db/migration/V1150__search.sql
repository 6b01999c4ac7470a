-- Finding families as people look for them: by a name that may be misspelt, by place, by risk and urgency.

-- Heads, children and members by the words of their names as they sound. A B-tree and not trigrams: under row level security only
-- comparisons that can't leak a row may use an index, and those of trigrams aren't among them.
create table name_word (
    person_id uuid             not null,
    family_id uuid             not null,
    area_code text collate "C" not null,
    word      text collate "C" not null,
    -- the word from its end: a slip in its first half leaves the second as it is
    back      text collate "C" not null,
    constraint name_word_pk primary key (person_id, word)
);
create index name_word_by_word on name_word (word, area_code, person_id);
create index name_word_by_back on name_word (back, area_code, person_id);
alter table name_word enable row level security;
alter table name_word force row level security;
create policy name_word_scope on name_word using (app_in_scope(area_code)) with check (app_in_scope(area_code));

-- Whose words have to be written anew: noted by the transaction that changed the name, worked off a moment later.
create table name_to_index (
    person_id uuid not null,
    constraint name_to_index_pk primary key (person_id)
);
grant select, insert, delete on name_word to ${app_role};
-- to lock a row is to be allowed to update it
grant select, insert, update, delete on name_to_index to ${app_role};

create function note_new_names() returns trigger
    language plpgsql
as $$
begin
    insert into name_to_index select id from new_rows on conflict do nothing;
    return null;
end
$$;
create function note_name() returns trigger
    language plpgsql
as $$
begin
    insert into name_to_index values (new.id) on conflict do nothing;
    return null;
end
$$;
-- At once: an erased person is found no more.
create function forget_names() returns trigger
    language plpgsql
as $$
begin
    delete from name_word using old_rows where name_word.person_id = old_rows.id;
    delete from name_to_index using old_rows where name_to_index.person_id = old_rows.id;
    return null;
end
$$;

create trigger family_named after insert on family referencing new table as new_rows
    for each statement execute function note_new_names();
create trigger child_named after insert on child referencing new table as new_rows
    for each statement execute function note_new_names();
create trigger member_named after insert on member referencing new table as new_rows
    for each statement execute function note_new_names();
create trigger family_renamed after update on family for each row
    when (old.head_name is distinct from new.head_name or old.area_code <> new.area_code
        or old.merged_into is distinct from new.merged_into)
    execute function note_name();
create trigger child_renamed after update on child for each row
    when (old.name is distinct from new.name or old.area_code <> new.area_code or old.family_id <> new.family_id
        or old.merged_into is distinct from new.merged_into)
    execute function note_name();
create trigger member_renamed after update on member for each row
    when (old.name is distinct from new.name or old.area_code <> new.area_code or old.family_id <> new.family_id)
    execute function note_name();
create trigger family_forgotten after delete on family referencing old table as old_rows
    for each statement execute function forget_names();
create trigger child_forgotten after delete on child referencing old table as old_rows
    for each statement execute function forget_names();
create trigger member_forgotten after delete on member referencing old table as old_rows
    for each statement execute function forget_names();

-- the owner, too, sees only what is in its scope
select set_config('app.wilayah', '*', true);
insert into name_to_index
select id from family union select id from child union select id from member;

-- Who comes first: a severely stunted child, a stunted one, then the poorest (DOMAIN section 3: the welfare rank is a priority).
alter table family add column urgency smallint not null generated always as (
    case priority when 'HIGHEST' then 0 when 'HIGH' then 20 else 40 end + coalesce(welfare_rank, 11)) stored;
create index family_by_urgency on family (urgency, area_code, id) where at_risk;
create index child_by_posyandu on child (posyandu_id) where posyandu_id is not null;

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('search.word-likeness', 1, date '2021-01-01', null, '0.84', 'assumed: one slip in a word of five letters', 'open; Jaro-Winkler of two words as they sound'),
('search.most-candidates', 1, date '2021-01-01', null, '3000', 'assumed', 'open; names looked at one by one for a misspelt one');
