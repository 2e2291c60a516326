/* Each party has one speaker, so that nobody contradicts anybody and no saying is kept. */
/* Two parties name prices 1..K, reject and withdraw: what Parley keeps of it, variable by variable,
   so that SPIN can count the states: spin -DK=3 -search -m2000000 -O2 wages.pml */
#ifndef K
#define K 3
#endif
#define STATED 1
#define REJECTED 2
#define WITHDREW 4

typedef party {
  byte offered;      /* the position's reading of the last offer, 0 for none */
  byte last;         /* what it stated last, kept after a withdrawal: its own next step is measured from there */
  byte opening;      /* what it stated first since the baseline */
  bool stands;       /* whether the offer can be answered; its maker can withdraw one that was rejected, too */
  byte told;
  byte theirs        /* where the counterpart stood when the party last spoke, 0 for nowhere */
}
party p[2];

#define measured(i) (p[i].offered > 0 -> p[i].offered : p[i].last)

inline offer(i, v) {
  p[i].offered = v; p[i].last = 0; p[i].stands = true;
  if :: p[i].opening == 0 -> p[i].opening = v :: else fi;
  p[i].told = p[i].told | STATED; p[i].theirs = p[1 - i].offered
}
inline withdraw(i) {
  p[i].last = measured(i); p[i].offered = 0; p[i].stands = false;
  p[i].told = p[i].told | WITHDREW; p[i].theirs = p[1 - i].offered
}
inline reject(i) {
  p[1 - i].stands = false;
  p[i].told = p[i].told | REJECTED; p[i].theirs = p[1 - i].offered
}

active proctype talks() {
  byte v;
end:
  do
  :: atomic { v = 1; do :: v < K -> v++ :: break od; d_step { offer(0, v); v = 0 } }
  :: atomic { v = 1; do :: v < K -> v++ :: break od; d_step { offer(1, v); v = 0 } }
  :: atomic { p[0].offered > 0 -> d_step { withdraw(0) } }
  :: atomic { p[1].offered > 0 -> d_step { withdraw(1) } }
  :: atomic { p[1].stands -> d_step { reject(0) } }
  :: atomic { p[0].stands -> d_step { reject(1) } }
  od
}
