/**
 * Requests as people write them, judged by hand: those of one list are about the same trouble, all others are not. The
 * lists of one request are near misses: the same device, another trouble.
 */
export type Asked = readonly [title: string, content: string];

export const JUDGED: readonly (readonly Asked[])[] = [
  [
    ['VPN drops every hour', 'Since Monday the connection drops about every hour. Laptop is a ThinkPad.'],
    ['The VPN keeps dropping', 'It disconnects me every hour or so when I work from home.'],
    ['vpn connection dropped again', 'Third time today, I have to log in again each time.'],
  ],
  [
    ['Printer on the second floor is out of toner', 'It says replace toner soon, there is no spare one.'],
    ['Toner empty, printer second floor', 'Could somebody bring a new toner please?'],
  ],
  [
    ['Invoice 2291 was charged twice', 'The customer paid once, our statement shows the amount twice.'],
    ['Customer charged twice for an invoice', 'They want one of the payments back.'],
  ],
  [
    ['I forgot my password', 'I cannot log in since my holidays, please reset it.'],
    ['Password reset please', 'I forgot it and am locked out of my account.'],
    ['Forgotten password, cannot log in', 'Please help, the reset mail does not arrive.'],
  ],
  [
    ['Shared calendar shows the wrong week', 'Since the update my team calendar opens on last week.'],
    ['Wrong week in the team calendar', 'The shared calendar always opens on the week of the update.'],
  ],
  [
    ['Need a new headset', 'The left ear of mine is silent in calls.'],
    ['Headset is broken', 'I need another headset, colleagues cannot hear me.'],
  ],
  [
    ['Cannot join video meetings from the browser', 'The meeting page stays white after I press join.'],
    ['Video meeting does not start in browser', 'White page when joining, in the app it works.'],
  ],
  [
    ['Badge does not open the garage', 'The reader blinks red since this morning.'],
    ['Garage door: badge refused', 'Red light, my badge works at the front door.'],
  ],
  [
    ['La stampante del secondo piano non stampa', 'Perché non esce nulla? La coda è piena.'],
    ['Le stampanti al secondo piano non stampano più', 'Da stamattina i documenti restano in coda.'],
    ['stampante bloccata secondo piano', 'Non stampa niente.'],
  ],
  [
    ['Fattura addebitata due volte', 'Il cliente ha pagato una volta sola.'],
    ['Doppio addebito sulla fattura', 'La fattura risulta addebitata due volte al cliente.'],
  ],
  [
    ['Non riesco ad accedere al portale', 'Dice credenziali non valide.'],
    ['Accesso al portale impossibile', 'Le credenziali non vengono accettate.'],
  ],
  [
    ['Il monitor resta nero', 'Dopo la riaccensione il monitor esterno resta nero.'],
    ['Monitor esterno nero', 'Resta nero anche con un altro cavo.'],
  ],
  [
    ['Richiesta ferie non approvata', 'Ho chiesto le ferie tre settimane fa.'],
    ['Ferie ancora da approvare', 'La mia richiesta di ferie è ferma.'],
  ],
  [
    ['Máy in không hoạt động', 'Tôi không in được hóa đơn ở tầng hai.'],
    ['may in khong hoat dong', 'in hoa don khong duoc'],
    ['Máy in tầng hai hỏng, không hoạt động', 'Giấy bị kẹt.'],
  ],
  [
    ['Quên mật khẩu', 'Tôi không đăng nhập được vào hệ thống.'],
    ['quen mat khau dang nhap', 'nho dat lai mat khau giup'],
  ],
  [
    ['Mạng chậm ở phòng kế toán', 'Từ sáng nay mạng rất chậm.'],
    ['Mạng wifi phòng kế toán rất chậm', 'Không mở được trang nào.'],
  ],
  [
    ['프린터가 안 돼요', '사무실 프린터에서 소리가 납니다.'],
    ['사무실 프린터가 작동하지 않습니다', '인쇄가 안 돼요.'],
    ['프린터 작동 안 됨', '2층 프린터입니다.'],
  ],
  [
    ['비밀번호를 잊어버렸어요', '로그인할 수 없습니다.'],
    ['비밀번호 재설정 부탁드립니다', '비밀번호를 잊어버려서 로그인이 안 됩니다.'],
  ],
  [
    ['VPN 연결이 자주 끊깁니다', '재택 근무 중에 자꾸 끊겨요.'],
    ['VPN 연결 끊김', '한 시간마다 끊깁니다.'],
  ],
  // Near misses.
  [['Printer cannot be found in the list', 'After the move my laptop does not see any printers.']],
  [['VPN for a new colleague', 'She starts on Monday and needs access from home.']],
  [['Copy of an old invoice', 'The customer lost the paper of last year.']],
  [['Guest wifi password for visitors', 'We have visitors on Thursday.']],
  [['Calendar invitation does not arrive', 'Two of my invitations were not received.']],
  [['Laptop screen flickers', 'It flickers when it is charging.']],
  [['Laptop for a new colleague in sales', 'He needs a laptop with the usual programs.']],
  [['Please help', 'I need help with something, who can I ask?']],
  [['Problem with my account', 'The name on my account is spelled wrong.']],
  [['Garage parking place for a guest', 'He comes on Friday at nine.']],
  [['Fattura con indirizzo sbagliato', 'La sede è cambiata a marzo.']],
  [['Serve un nuovo monitor', 'Per la scrivania nuova in amministrazione.']],
  [['Problema urgente', 'Buongiorno, ho un problema, mi potete chiamare?']],
  [['Toner colorato per la stampante', 'Si può ordinare il toner a colori?']],
  [['Cổng đăng ký nghỉ phép bị lỗi', 'Không gửi được đơn nghỉ phép.']],
  [['Xin cấp máy tính mới', 'Máy tính của tôi đã cũ.']],
  [['Không nhận được thư', 'Thư của khách hàng không đến.']],
  [['새 노트북 신청', '신입 직원용 노트북이 필요합니다.']],
  [['회의실 예약이 안 보입니다', '달력에 회의실이 나오지 않습니다.']],
  [['주문 결제 오류', '결제 화면에서 오류가 납니다.']],
];

/** What was asked before and fills a desk: so that it is known which words everybody writes. */
export const FILLER: readonly Asked[] = [
  'order pens and paper for the office',
  'the coffee machine needs cleaning',
  'please order two chairs for the meeting room',
  'my mail signature is wrong',
  'the elevator makes noise',
  'where can I find the travel form',
  'please add me to the sales list',
  'I cannot find the budget file on the drive',
  'heating is too warm in the office',
  'expense report was not paid',
  'ordinare carta e penne per l’ufficio',
  'la macchina del caffè non funziona',
  'il riscaldamento è troppo alto in ufficio',
  'dove trovo il modulo per la trasferta',
  'nota spese non ancora pagata',
  'vorrei cambiare la firma della posta',
  'phòng họp cần thêm ghế',
  'máy pha cà phê bị hỏng',
  'văn phòng quá nóng, không chỉnh được',
  'xin thêm tôi vào danh sách bán hàng',
  '커피 머신이 고장 났어요',
  '사무실 난방이 너무 더워요',
  '출장 양식을 어디서 찾나요',
  '경비가 지급되지 않았습니다',
].map((line) => [line, `${line}, thank you, grazie, cảm ơn, 감사합니다`] as const);
