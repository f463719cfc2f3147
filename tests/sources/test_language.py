"""The language guess: sure where it must be, silent where names are all there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.sources.language import language_of

FOREIGN = {
    "fr": "Le ministre des Affaires étrangères a déclaré vendredi que son pays ne signerait pas le traité avec la Sudrie.",
    "de": "Der Außenminister sagte am Freitag, dass sein Land den Vertrag mit dem Nachbarn nicht unterzeichnen werde.",
    "es": "El ministro de Asuntos Exteriores dijo el viernes que su país no firmará el tratado con los vecinos.",
    "pt": "O ministro das Relações Exteriores disse na sexta-feira que o país não assinará o tratado com a vizinha.",
    "it": "Il ministro degli Esteri ha detto venerdì che il suo paese non firmerà il trattato con la Sudria.",
    "nl": "De minister van Buitenlandse Zaken zei vrijdag dat zijn land het verdrag met Sudria niet zal ondertekenen.",
    "sv": "Utrikesministern sade på fredagen att landet inte kommer att underteckna avtalet med Sudria.",
    "pl": "Minister spraw zagranicznych powiedział w piątek, że jego kraj nie podpisze umowy, która jest zła.",
    "tr": "Dışişleri Bakanı cuma günü bu anlaşmayı imzalamayacağını ve daha sonra yeni bir görüşme için geleceğini söyledi.",
    "id": "Menteri luar negeri mengatakan pada hari Jumat bahwa negaranya tidak akan menandatangani perjanjian dengan Sudria.",
    "ru": "Министр иностранных дел заявил в пятницу, что страна не подпишет договор.",
    "uk": "Міністр закордонних справ заявив у п'ятницю, що країна не підпише договір, і її позиція відома.",
    "ar": "قال وزير الخارجية يوم الجمعة إن بلاده لن توقع المعاهدة.",
    "fa": "وزیر خارجه روز جمعه گفت که کشورش پیمان را امضا نخواهد کرد و گفت‌وگو پایان یافت.",
    "zh": "外交部长周五表示，该国不会签署条约。",
    "ja": "外務大臣は金曜日、条約に署名しないと述べた。",
    "ko": "외무장관은 금요일 조약에 서명하지 않을 것이라고 말했다.",
    "el": "Ο υπουργός Εξωτερικών δήλωσε την Παρασκευή ότι δεν υπογράφει.",
    "he": "שר החוץ אמר ביום שישי כי לא יחתום.",
}


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_short_texts_in_other_languages(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Holm, Oda sign pact",
        "Luis de la Cruz, El Salvador; Jean de la Tour, La Rochelle; Ana de los Santos, Los Angeles; Pedro del Río, La Paz",
        "Kyiv: missiles hit Odesa, Kharkiv, Dnipro, Zaporizhzhia, Sumy, Lviv, Ternopil, Vinnytsia, Kryvyi Rih.",
        "ASSAULT NOR SUD 2024",
        "Bin Salman, Al Thani, Bin Zayed, Al Nahyan and Al Saud meet in Doha as talks stall",
        "President Jose Manuel de Oliveira dos Santos met Luiz da Silva in Sao Paulo.",
        'Holm told the paper: "Il ne faut pas humilier la Sudrie." She said it again and again on Friday.',
        "",
        "123 --",
    ],
)
def test_names_never_make_a_text_foreign(text: str) -> None:
    assert language_of(text) in {"en", None}


def test_english_is_told_in_one_sentence() -> None:
    assert language_of("The foreign minister said on Friday that her country would not sign the treaty.") == "en"


@given(st.text())
def test_any_text_gets_a_tag_or_none(text: str) -> None:
    language = language_of(text)
    assert language is None or language.isalpha()
