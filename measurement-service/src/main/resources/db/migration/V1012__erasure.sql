-- An erased family takes its checks along.
grant delete on pregnancy_check, pregnancy_check_revision, couple_check, couple_check_revision to ${app_role};
create index pregnancy_check_of_family on pregnancy_check (family_id);
