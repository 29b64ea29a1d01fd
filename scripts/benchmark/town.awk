# Writes a town of COUNT residents in BUILDINGS buildings into the folder OUT, as a script for Linli, as SQL, as CSV, and
# as records for recutils.
# usage: awk -v COUNT=300000 -v BUILDINGS=1346 -v OUT=folder -f town.awk
# The same town every time: the generator is Park and Miller's, whose numbers awk's doubles hold exactly.
function next_number() { state = (state * 16807) % 2147483647; return state }
function pick(list, count) { return list[next_number() % count + 1] }
BEGIN {
  state = 20200815
  surnames = split("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗", surname, " ")
  syllables = split("建 国 志 强 秀 英 桂 芳 伟 娜 敏 静 丽 磊 军 洋 勇 艳 杰 娟 涛 明 超 兰 霞 平 刚", syllable, " ")
  buildings = OUT "/buildings.linli"
  script = OUT "/residents.linli"
  sql = OUT "/residents.sql"
  records = OUT "/residents.rec"
  csv = OUT "/residents.csv"
  print "grid add G1 name=一网格" > buildings
  for (b = 1; b <= BUILDINGS; b++) print "building add " b "栋 grid=G1 units=4 floors=30" > buildings
  print "create table resident(id integer primary key, name text not null, building text not null, unit integer," > sql
  print "  room text, phone text, party integer);" > sql
  print "create index resident_building on resident(building);" > sql
  print "create index resident_name on resident(name);" > sql
  print "begin;" > sql
  print "%rec: Resident\n%key: id\n" > records
  print "name,building,unit,room,phone,party" > csv
  for (i = 0; i < COUNT; i++) {
    door = int(i / BUILDINGS)
    name = pick(surname, surnames) pick(syllable, syllables) pick(syllable, syllables)
    building = i % BUILDINGS + 1 "栋"
    unit = door % 4 + 1
    room = sprintf("%d%02d", int(door / 4) % 30 + 1, int(door / 120) % 8 + 1)
    phone = sprintf("138%08d", i)
    party = i % 12 == 0
    print "resident add " name " building=" building " unit=" unit " room=" room " phone=" phone " party=" (party ? "yes" : "no") > script
    print name "," building "," unit "," room "," phone "," (party ? "yes" : "no") > csv
    print "insert into resident values(" i + 1 ",'" name "','" building "'," unit ",'" room "','" phone "'," party ");" > sql
    print "id: " i + 1 "\nname: " name "\nbuilding: " building "\nunit: " unit "\nroom: " room "\nphone: " phone \
      "\nparty: " (party ? "yes" : "no") "\n" > records
  }
  print "commit;" > sql
}
