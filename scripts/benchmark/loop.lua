local sum = 0
for n = 1, 3000000 do sum = sum + n end
print(sum)
