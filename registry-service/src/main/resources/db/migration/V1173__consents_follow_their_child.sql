-- A consent that was given for a child's record which turned out to be another's holds for that one, until the merge is undone.

alter table consent
    -- whom it was given for, if that was another record of the child
    add column reported_child_id uuid,
    add constraint consent_reported_child foreign key (reported_child_id) references child (id) on delete set null,
    drop constraint consent_withdrawal,
    drop constraint consent_version,
    add constraint consent_withdrawal check ((withdrawn_on is null) = (withdrawn_by is null)
        and (withdrawn_on is null) = (withdrawal_recorded_by is null) and (withdrawn_on is null or version > 1)),
    add constraint consent_version check (version > 0);
create index consent_by_reported_child on consent (reported_child_id) where reported_child_id is not null;
