const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Given names from many places, some of which ASCII cannot write. */
export const firstNames = list(`
  Ada, Grace, Katherine, Dorothy, Mary, Annie, Hedy, Radia, Barbara, Frances, Margaret, Joan, Karen, Shafi, Jean,
  Evelyn, Sophie, Carol, Anita, Lynn, Fatima, Amara, Ngozi, Wanjiku, Zanele, Aisha, Leila, Yasmin, Noor, Priya,
  Ananya, Lakshmi, Mei, Xiu, Yuki, Sakura, Ji-woo, Thuy, Siti, Malia, Moana, Aroha, José, Sofía, Lucía, Beatriz,
  João, Inés, Zoë, Chloé, Éva, Søren, Åsa, Björn, Jürgen, Łucja, Zofia, Olga, Ivan, Dmitri, Alan, Edsger, Donald,
  Claude, Linus, Dennis, Ken, Tim, Vint, Leslie`);

/** Family names, likewise. */
export const lastNames = list(`
  Lovelace, Hopper, Johnson, Vaughan, Jackson, Easley, Lamarr, Perlman, Liskov, Allen, Hamilton, Clarke, Jones,
  Goldwasser, Bartik, Wilson, Shaw, Borg, Conway, Okafor, Adeyemi, Mwangi, Dlamini, Haddad, Rahman, Sharma, Iyer,
  Reddy, Chen, Wang, Li, Tanaka, Sato, Kim, Park, Nguyen, Tran, Santoso, Kealoha, Ngata, García, Martínez, Muñoz,
  Rodríguez, Fernández, Silva, Ferreira, Müller, Schröder, Weiß, Dubois, Lefèvre, O'Brien, Murphy, Nilsson,
  Sørensen, Kowalski, Nowak, Novák, Horváth, Popescu, Ivanova, Kuznetsov, Turing, Dijkstra, Knuth, Shannon,
  Torvalds, Ritchie, Thompson, Lamport`);
