# Writes COUNT gifts to a fund into the folder OUT: fund.linli opens the fund, gifts.linli has a gift a line, and
# gifts.journal has the same gifts for hledger.
# usage: awk -v COUNT=100000 -v OUT=folder -f gifts.awk
BEGIN {
  fund = OUT "/fund.linli"
  script = OUT "/gifts.linli"
  journal = OUT "/gifts.journal"
  print "office init 示例社区 hotline=0731-56780000 demo=yes" > fund
  print "clock set \"2020-07-01 09:00\"" > fund
  print "resident add 示例甲" > fund
  print "body add 议事会 rule=council-two-thirds" > fund
  print "body join 议事会 示例甲" > fund
  print "meeting call 例会 body=议事会 at=\"2020-07-05 19:30\" place=活动室 agenda=[安装监控]" > fund
  print "clock set \"2020-07-05 19:30\"" > fund
  print "meeting open M1" > fund
  print "meeting sign-in M1 示例甲" > fund
  print "motion vote M1.1 for=1" > fund
  print "motion notice M1.1 days=7" > fund
  print "clock set \"2020-08-31 09:00\"" > fund
  print "fund open 监控 motion=M1.1 from=2020-08-01 until=2020-08-31 keeper=示例乙 surplus=转入维护 refunds=可退" > fund
  for (i = 0; i < COUNT; i++) {
    amount = i % 500 + 1
    date = sprintf("2020-08-%02d", i % 28 + 1)
    print "fund give F1 name=住户" i % 128 " amount=" amount " date=" date > script
    print date " 捐款 " i + 1 "\n    assets:监控    " amount " CNY\n    income:捐款:" i % 128 "\n" > journal
  }
}
