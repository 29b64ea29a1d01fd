create table resident(name text not null, building text not null, unit integer, room text, phone text, party text);
create index resident_building on resident(building);
create index resident_name on resident(name);
