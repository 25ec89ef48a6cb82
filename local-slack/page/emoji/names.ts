/** Short names as Slack spells them, each followed by its character. */
const table = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂 rolling_on_the_floor_laughing 🤣 relaxed ☺️ blush 😊 innocent 😇
slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 relieved 😌 heart_eyes 😍 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 zany_face 🤪 face_with_raised_eyebrow 🤨
face_with_monocle 🧐 nerd_face 🤓 sunglasses 😎 star-struck 🤩 partying_face 🥳 smirk 😏 unamused 😒 disappointed 😞 pensive 😔 worried 😟 confused 😕
slightly_frowning_face 🙁 white_frowning_face ☹️ persevere 😣 confounded 😖 tired_face 😫 weary 😩 pleading_face 🥺 cry 😢 sob 😭 triumph 😤 angry 😠 rage 😡
exploding_head 🤯 flushed 😳 hot_face 🥵 cold_face 🥶 scream 😱 fearful 😨 cold_sweat 😰 sweat 😓 hugging_face 🤗 thinking_face 🤔 shushing_face 🤫 lying_face 🤥
no_mouth 😶 neutral_face 😐 expressionless 😑 grimacing 😬 face_with_rolling_eyes 🙄 hushed 😯 astonished 😲 yawning_face 🥱 sleeping 😴 drooling_face 🤤 sleepy 😪
dizzy_face 😵 zipper_mouth_face 🤐 mask 😷 face_with_thermometer 🤒 face_with_head_bandage 🤕 money_mouth_face 🤑 saluting_face 🫡 melting_face 🫠 robot_face 🤖 ghost 👻 alien 👽
skull 💀 poop 💩 jack_o_lantern 🎃 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊
wave 👋 raised_back_of_hand 🤚 raised_hand ✋ hand ✋ spock-hand 🖖 ok_hand 👌 pinching_hand 🤏 v ✌️ crossed_fingers 🤞 call_me_hand 🤙 point_left 👈 point_right 👉
point_up_2 👆 point_down 👇 point_up ☝️ +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ facepunch 👊 clap 👏 raised_hands 🙌 open_hands 👐 palms_up_together 🤲 handshake 🤝
pray 🙏 writing_hand ✍️ muscle 💪 ear 👂 eyes 👀 eye 👁️ brain 🧠 person_frowning 🙍 no_good 🙅 ok_woman 🙆 information_desk_person 💁 raising_hand 🙋 bow 🙇
face_palm 🤦 shrug 🤷 technologist 🧑‍💻 detective 🕵️ construction_worker 👷 guardsman 💂 firefighter 🧑‍🚒 mechanic 🧑‍🔧 runner 🏃 walking 🚶 bust_in_silhouette 👤 busts_in_silhouette 👥
family 👪 speaking_head_in_silhouette 🗣️ footprints 👣
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔 sparkling_heart 💖 100 💯 anger 💢 boom 💥
dizzy 💫 dash 💨 speech_balloon 💬 left_speech_bubble 🗨️ thought_balloon 💭 zzz 💤
dog 🐶 cat 🐱 mouse 🐭 fox_face 🦊 bear 🐻 panda_face 🐼 lion_face 🦁 cow 🐮 pig 🐷 frog 🐸 monkey 🐒 chicken 🐔 penguin 🐧 bird 🐦 duck 🦆 owl 🦉 unicorn_face 🦄 bee 🐝
bug 🐛 butterfly 🦋 snail 🐌 turtle 🐢 snake 🐍 octopus 🐙 whale 🐳 dolphin 🐬 fish 🐟 crab 🦀 tree 🌳 evergreen_tree 🌲 palm_tree 🌴 cactus 🌵 seedling 🌱 herb 🌿
four_leaf_clover 🍀 leaves 🍃 bouquet 💐 tulip 🌷 rose 🌹 sunflower 🌻 blossom 🌼 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 full_moon 🌕 crescent_moon 🌙 sunny ☀️
partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ thunder_cloud_and_rain ⛈️ snowflake ❄️ zap ⚡ fire 🔥 droplet 💧 ocean 🌊 rainbow 🌈 star ⭐ star2 🌟 sparkles ✨ comet ☄️
apple 🍎 banana 🍌 watermelon 🍉 strawberry 🍓 lemon 🍋 avocado 🥑 bread 🍞 cheese_wedge 🧀 hamburger 🍔 fries 🍟 pizza 🍕 taco 🌮 sushi 🍣 cookie 🍪 cake 🍰 birthday 🎂 doughnut 🍩
chocolate_bar 🍫 popcorn 🍿 coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾 clinking_glasses 🥂
soccer ⚽ basketball 🏀 trophy 🏆 sports_medal 🏅 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉 dart 🎯 game_die 🎲 video_game 🎮 jigsaw 🧩 art 🎨 microphone 🎤
headphones 🎧 guitar 🎸 musical_note 🎵 notes 🎶 clapper 🎬 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 ribbon 🎀 ticket 🎫 admission_tickets 🎟️
car 🚗 taxi 🚕 bus 🚌 ambulance 🚑 fire_engine 🚒 police_car 🚓 truck 🚚 tractor 🚜 bike 🚲 train 🚆 airplane ✈️ rocket 🚀 helicopter 🚁 boat ⛵ ship 🚢 anchor ⚓ construction 🚧
vertical_traffic_light 🚦 traffic_light 🚥 house 🏠 office 🏢 hospital 🏥 bank 🏦 factory 🏭 moon 🌔 tent ⛺ world_map 🗺️ rotating_light 🚨
watch ⌚ iphone 📱 computer 💻 desktop_computer 🖥️ keyboard ⌨️ three_button_mouse 🖱️ printer 🖨️ floppy_disk 💾 cd 💿 camera 📷 video_camera 📹 tv 📺 telephone ☎️ phone ☎️
telephone_receiver 📞 battery 🔋 electric_plug 🔌 bulb 💡 flashlight 🔦 candle 🕯️ fire_extinguisher 🧯 moneybag 💰 dollar 💵 euro 💶 credit_card 💳 receipt 🧾 gem 💎 scales ⚖️ wrench 🔧
hammer 🔨 hammer_and_wrench 🛠️ nut_and_bolt 🔩 gear ⚙️ toolbox 🧰 magnet 🧲 microscope 🔬 telescope 🔭 satellite_antenna 📡 syringe 💉 pill 💊 door 🚪 bed 🛏️ key 🔑 old_key 🗝️
lock 🔒 unlock 🔓 closed_lock_with_key 🔐 lock_with_ink_pen 🔏 shield 🛡️ mag 🔍 mag_right 🔎 link 🔗 paperclip 📎 scissors ✂️ pushpin 📌 round_pushpin 📍 triangular_flag_on_post 🚩 checkered_flag 🏁
flag-it 🇮🇹 flag-gb 🇬🇧 us 🇺🇸 flag-es 🇪🇸 flag-de 🇩🇪 flag-fr 🇫🇷 flag-eu 🇪🇺
email ✉️ envelope ✉️ envelope_with_arrow 📩 incoming_envelope 📨 e-mail 📧 inbox_tray 📥 outbox_tray 📤 package 📦 mailbox 📫 postbox 📮 ballot_box_with_ballot 🗳️ pencil ✏️ pencil2 ✏️ memo 📝
briefcase 💼 file_folder 📁 open_file_folder 📂 card_index_dividers 🗂️ date 📅 calendar 📆 spiral_calendar_pad 🗓️ card_index 📇 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊
clipboard 📋 straight_ruler 📏 triangular_ruler 📐 wastebasket 🗑️ file_cabinet 🗄️ book 📖 books 📚 notebook 📓 ledger 📒 newspaper 📰 bookmark 🔖 bookmark_tabs 📑 label 🏷️ page_facing_up 📄 page_with_curl 📃
hourglass ⌛ hourglass_flowing_sand ⏳ alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ mantelpiece_clock 🕰️ clock1 🕐 clock2 🕑 clock3 🕒 clock4 🕓 clock5 🕔 clock6 🕕 clock7 🕖 clock8 🕗 clock9 🕘
clock10 🕙 clock11 🕚 clock12 🕛 clock130 🕜 clock230 🕝 clock330 🕞 clock430 🕟 clock530 🕠 clock630 🕡 clock730 🕢 clock830 🕣 clock930 🕤 clock1030 🕥 clock1130 🕦 clock1230 🕧
bell 🔔 no_bell 🔕 loudspeaker 📢 mega 📣 speaker 🔈 sound 🔉 loud_sound 🔊 mute 🔇
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_multiplication_x ✖️ heavy_plus_sign ➕ heavy_minus_sign ➖ heavy_division_sign ➗
exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ question ❓ grey_question ❔ bangbang ‼️ interrobang ⁉️ warning ⚠️ no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 sos 🆘 children_crossing 🚸
radioactive_sign ☢️ biohazard_sign ☣️ recycle ♻️ information_source ℹ️ ok 🆗 up 🆙 new 🆕 free 🆓 cool 🆒 id 🆔 vs 🆚 atm 🏧 parking 🅿️ infinity ♾️ copyright ©️ registered ®️ tm ™️
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 blue_circle 🔵 large_purple_circle 🟣 large_brown_circle 🟤 black_circle ⚫ white_circle ⚪
large_red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨 large_green_square 🟩 large_blue_square 🟦 large_purple_square 🟪 black_large_square ⬛ white_large_square ⬜ small_blue_diamond 🔹
small_orange_diamond 🔸 large_blue_diamond 🔷 large_orange_diamond 🔶 small_red_triangle 🔺 small_red_triangle_down 🔻 black_small_square ▪️ white_small_square ▫️ radio_button 🔘
arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️ arrow_lower_right ↘️ arrow_lower_left ↙️ arrow_upper_left ↖️ arrow_up_down ↕️ left_right_arrow ↔️
leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ arrow_heading_up ⤴️ arrow_heading_down ⤵️ arrows_clockwise 🔃 arrows_counterclockwise 🔄 rewind ⏪ fast_forward ⏩ arrow_forward ▶️ arrow_backward ◀️
arrow_double_up ⏫ arrow_double_down ⏬ arrow_up_small 🔼 arrow_down_small 🔽 double_vertical_bar ⏸️ black_square_for_stop ⏹️ black_circle_for_record ⏺️ eject ⏏️ repeat 🔁 twisted_rightwards_arrows 🔀
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟 hash #️⃣ asterisk *️⃣ a 🅰️ b 🅱️ o 🅾️
`;

export const emojiNames: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/(\S+) (\S+)/g)].map((pair): [string, string] => [pair[1] ?? '', pair[2] ?? '']),
);
