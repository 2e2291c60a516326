/* Two parties name prices 1..K, reject and withdraw: what Parley keeps of it, variable by variable,
   so that SPIN can count the states: spin -search -O2 -DK=3 wages.pml */
#ifndef K
#define K 3
#endif
#define STATED 1
#define REJECTED 2
#define WITHDREW 4

typedef party {
  byte offered;      /* the position's reading of the last offer, 0 for none */
  byte last;         /* the region that goes on serving after a withdrawal */
  bool tentative;
  bool stands;       /* whether the offer stands */
  byte told;
  byte theirs;       /* the counterpart's region when the party last spoke */
  bool said;         /* whether a saying is kept, with its region and the position before it */
  byte sayRegion;
  byte beforeOffered;
  byte beforeLast;
  bool beforeTentative
}
party p[2];

#define measured(i) (p[i].offered > 0 -> p[i].offered : p[i].last)

inline keepBefore(i, region) {
  p[i].said = true; p[i].sayRegion = region;
  p[i].beforeOffered = p[i].offered; p[i].beforeLast = p[i].last;
  p[i].beforeTentative = p[i].tentative
}
inline offer(i, v) {
  keepBefore(i, v);
  p[i].offered = v; p[i].last = 0; p[i].tentative = true; p[i].stands = true;
  p[i].told = p[i].told | STATED; p[i].theirs = measured(1 - i)
}
inline withdraw(i) {
  keepBefore(i, 0);
  p[i].last = measured(i); p[i].offered = 0; p[i].tentative = false; p[i].stands = false;
  p[i].told = p[i].told | WITHDREW; p[i].theirs = measured(1 - i)
}
inline reject(i) {
  p[1 - i].stands = false;
  p[i].told = p[i].told | REJECTED; p[i].theirs = measured(1 - i)
}

active proctype talks() {
  byte v;
end:
  do
  :: atomic { v = 1; do :: v < K -> v++ :: break od; d_step { offer(0, v); v = 0 } }
  :: atomic { v = 1; do :: v < K -> v++ :: break od; d_step { offer(1, v); v = 0 } }
  :: atomic { p[0].stands -> d_step { withdraw(0) } }
  :: atomic { p[1].stands -> d_step { withdraw(1) } }
  :: atomic { p[1].stands -> d_step { reject(0) } }
  :: atomic { p[0].stands -> d_step { reject(1) } }
  od
}
