-- A child that was merged into another and is itself again goes on with the need it had.
create index need_of_child on need (child_id, closed_on);
