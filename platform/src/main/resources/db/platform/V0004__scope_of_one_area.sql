-- Most callers have one area. Comparing with its code costs a fraction of looking for the row's area and its parents in a list, for every row
-- that is read. Codes of a level are of one length, so none begins with another of its level. Where the setting is missing or spent the list
-- decides, and without it nothing is in scope, as before.
create or replace function app_in_scope(area text) returns boolean
    language sql stable parallel safe
    return coalesce(
        case when nullif(current_setting('app.wilayah_one', true), '') is not null
            then starts_with(area, nullif(current_setting('app.wilayah_one', true), ''))
            else nullif(current_setting('app.wilayah', true), '') = '*'
                or position(',' || left(area, 13) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
                or position(',' || left(area, 8) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
                or position(',' || left(area, 5) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
                or position(',' || left(area, 2) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
        end,
        false);
