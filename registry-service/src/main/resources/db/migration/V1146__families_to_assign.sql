-- A split leaves each family where it was until somebody says in which of the parts it lives.
alter table family
    add column to_assign uuid,
    add constraint family_to_assign foreign key (to_assign) references area_change (id);
create index family_to_assign_by_area on family (to_assign, area_code, id) where to_assign is not null;
