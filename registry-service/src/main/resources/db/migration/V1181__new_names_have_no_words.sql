-- A person who has just been registered takes no words away: nothing has to be looked for and deleted first.
alter table name_to_index add column is_new boolean not null default false;

create or replace function note_new_names() returns trigger
    language plpgsql
as $$
begin
    insert into name_to_index (person_id, is_new) select id, true from new_rows on conflict do nothing;
    return null;
end
$$;
