-- What a claim has to know of areas above the caller's, each answer in one statement: whether a programme of the kabupaten or the
-- province pays for something already, and whose application speaks for a sponsor. The functions see every area for as long as they
-- run, and tell no more.
create function items_paid_by_programmes(need uuid, first_day date, last_day date) returns text[]
    language plpgsql
as $$
declare
    areas text := current_setting('app.wilayah', true);
    only_one text := current_setting('app.wilayah_one', true);
    items text[];
begin
    perform set_config('app.wilayah', '*', true), set_config('app.wilayah_one', '', true);
    select coalesce(array_agg(distinct p.need_item), '{}') into items
    from programme_beneficiary b join programme p on p.id = b.programme_id
    where b.need_id = need and p.state = 'ACTIVE' and p.need_item is not null
        and b.from_on <= last_day and b.to_on >= first_day;
    perform set_config('app.wilayah', areas, true), set_config('app.wilayah_one', only_one, true);
    return items;
end
$$;

create function clients_of_sponsors(sponsors uuid[]) returns table (sponsor_id uuid, sponsor_client text)
    language plpgsql
as $$
declare
    areas text := current_setting('app.wilayah', true);
    only_one text := current_setting('app.wilayah_one', true);
begin
    perform set_config('app.wilayah', '*', true), set_config('app.wilayah_one', '', true);
    return query select s.id, s.client from sponsor s where s.id = any(sponsors) and s.client is not null;
    perform set_config('app.wilayah', areas, true), set_config('app.wilayah_one', only_one, true);
end
$$;
