proc loop {} {
  set sum 0
  for {set n 1} {$n <= 3000000} {incr n} { set sum [expr {$sum + $n}] }
  return $sum
}
puts [loop]
