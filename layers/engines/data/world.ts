/** Words that made-up people and places are put together from. Names are common ones of each language, joined at random. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** Latin letters for e-mail addresses, where the names have others: by name. */
  readonly latin?: { readonly [name: string]: string };
  /** In most of the world given names come first. */
  readonly familyNameFirst?: boolean;
  readonly cities: readonly string[];
  /** `#` stands for a digit. `{street}` and `{number}` make a line of an address. */
  readonly streets: readonly string[];
  readonly streetLine: string;
  readonly zip: string;
  /** Numbers that the country's regulator keeps free for fiction, in E.164 with `#` for any digit; the North American ones elsewhere. */
  readonly phones: readonly string[];
  readonly companyEndings: readonly string[];
}

/** Numbers 555-0100 to 555-0199 of any area are never given out (North American Numbering Plan). */
const NORTH_AMERICAN_FICTION = ['+120255501##', '+130355501##', '+141555501##', '+161755501##'];

const words = (text: string): readonly string[] => text.split(/\s*,\s*/u);

const ENGLISH_FIRST = words(
  'Alice, Amelia, Anna, Arthur, Benjamin, Charlotte, Clara, Daniel, David, Edward, Eleanor, Ella, Emily, Emma, Ethan, Florence, Freya, George, Grace, Hannah, Harry, Henry, Isla, Jack, James, Laura, Leo, Lucas, Lucy, Mason, Matilda, Nathan, Noah, Nora, Oliver, Oscar, Rose, Ruby, Samuel, Sophie, Theo, Thomas, Violet, William, Zoe',
);
const ENGLISH_LAST = words(
  'Adams, Allen, Baker, Barnes, Bennett, Brooks, Butler, Carter, Clark, Collins, Cook, Cooper, Davies, Edwards, Evans, Fisher, Foster, Gray, Green, Hall, Harris, Hill, Howard, Hughes, Kelly, King, Lewis, Marsh, Mills, Moore, Morgan, Murray, Palmer, Parker, Porter, Price, Reed, Scott, Shaw, Stone, Turner, Walker, Ward, Webb, Wood, Young',
);

const UNITED_STATES: Country = {
  code: 'US',
  name: 'United States',
  currency: 'USD',
  firstNames: ENGLISH_FIRST,
  lastNames: ENGLISH_LAST,
  cities: words(
    'Albany, Austin, Boise, Boston, Chicago, Columbus, Dallas, Denver, Fresno, Houston, Madison, Memphis, Miami, Nashville, Omaha, Phoenix, Portland, Raleigh, Sacramento, Seattle, Tampa, Tucson',
  ),
  streets: words(
    'Ash Street, Birch Lane, Cedar Avenue, Chestnut Street, Elm Street, Garden Road, Hill Street, Lake Drive, Lincoln Avenue, Main Street, Maple Avenue, Mill Road, Oak Street, Orchard Lane, Park Avenue, Pine Street, River Road, Spring Street, Walnut Street, Willow Lane',
  ),
  streetLine: '{number} {street}',
  zip: '#####',
  phones: NORTH_AMERICAN_FICTION,
  companyEndings: words('Inc., LLC, Corporation, & Co.'),
};

const UNITED_KINGDOM: Country = {
  ...UNITED_STATES,
  code: 'GB',
  name: 'United Kingdom',
  currency: 'GBP',
  cities: words(
    'Bath, Belfast, Birmingham, Bristol, Cambridge, Cardiff, Derby, Durham, Edinburgh, Exeter, Glasgow, Leeds, Leicester, Liverpool, London, Norwich, Nottingham, Oxford, Sheffield, Swansea, York',
  ),
  streets: words(
    'Abbey Road, Bridge Street, Castle Street, Chapel Lane, Church Road, Green Lane, Grove Road, High Street, Kings Road, London Road, Manor Road, Mill Lane, New Street, North Road, Queens Road, School Lane, Station Road, Victoria Road, West Street, Windsor Road',
  ),
  zip: 'ZZ## #ZZ',
  phones: ['+447700900###', '+441632960###', '+442079460###'],
  companyEndings: words('Ltd, plc, & Sons, LLP'),
};

const GERMANY: Country = {
  code: 'DE',
  name: 'Deutschland',
  currency: 'EUR',
  firstNames: words(
    'Anja, Anton, Bernd, Birgit, Carla, Christian, Clemens, Dieter, Elke, Emil, Felix, Finn, Franziska, Frieda, Greta, Hanna, Hannes, Heike, Ida, Ilse, Jakob, Jan, Jörg, Jürgen, Karl, Katrin, Klara, Lars, Lena, Leon, Lina, Lukas, Mareike, Marie, Max, Mia, Moritz, Nele, Paul, Petra, Sabine, Stefan, Thea, Ulrike, Uwe, Wolfgang',
  ),
  lastNames: words(
    'Albrecht, Arnold, Bauer, Becker, Berger, Böhm, Brandt, Busch, Dietrich, Engel, Fischer, Franke, Fuchs, Graf, Groß, Günther, Hahn, Hartmann, Hofmann, Huber, Jäger, Kaiser, Keller, Klein, Koch, Köhler, König, Krämer, Krause, Krüger, Lange, Lehmann, Lorenz, Maier, Möller, Müller, Neumann, Pfeiffer, Richter, Roth, Sauer, Schäfer, Schmidt, Schröder, Vogel, Wagner, Weber, Winkler, Ziegler',
  ),
  cities: words(
    'Aachen, Augsburg, Berlin, Bielefeld, Bonn, Bremen, Dortmund, Dresden, Düsseldorf, Erfurt, Frankfurt am Main, Freiburg, Göttingen, Hamburg, Hannover, Jena, Karlsruhe, Kiel, Köln, Leipzig, Lübeck, Mainz, München, Münster, Nürnberg, Potsdam, Regensburg, Rostock, Stuttgart, Ulm',
  ),
  streets: words(
    'Ahornweg, Amselweg, Bachstraße, Bahnhofstraße, Bergstraße, Birkenweg, Blumenstraße, Buchenweg, Dorfstraße, Eichenweg, Feldstraße, Gartenstraße, Goethestraße, Hauptstraße, Kirchgasse, Lindenallee, Marktplatz, Mozartstraße, Mühlenweg, Ringstraße, Rosenweg, Schillerstraße, Schulstraße, Waldweg, Wiesengrund',
  ),
  streetLine: '{street} {number}',
  zip: '#####',
  phones: ['+493023125###', '+496990009###', '+494066969###', '+492214710###', '+498999998###'],
  companyEndings: words('GmbH, AG, KG, GmbH & Co. KG, eG'),
};

const FRANCE: Country = {
  code: 'FR',
  name: 'France',
  currency: 'EUR',
  firstNames: words(
    'Adèle, Alain, Amélie, André, Antoine, Aurélie, Baptiste, Benoît, Bernard, Camille, Céline, Chloé, Claire, Clément, Denis, Élise, Émile, Étienne, Fabien, François, Gabriel, Hélène, Hugo, Inès, Jeanne, Jules, Juliette, Léa, Léon, Louise, Lucie, Manon, Margaux, Mathieu, Maxime, Nicolas, Noémie, Océane, Pauline, Quentin, Raphaël, Rémi, Sylvie, Théo, Valérie, Yves',
  ),
  lastNames: words(
    'Arnaud, Aubert, Barbier, Benoit, Bernard, Bertrand, Blanchard, Bonnet, Boyer, Brun, Carpentier, Chevalier, Clément, Colin, David, Denis, Dubois, Dufour, Dumas, Dupont, Durand, Fabre, Faure, Fontaine, Fournier, Garnier, Gauthier, Girard, Guérin, Henry, Lambert, Laurent, Lefèvre, Lemaire, Leroy, Marchand, Martin, Masson, Mercier, Moreau, Morel, Noël, Perrin, Petit, Renard, Roche, Rousseau, Simon, Vidal, Vincent',
  ),
  cities: words(
    'Amiens, Angers, Annecy, Avignon, Besançon, Bordeaux, Brest, Caen, Clermont-Ferrand, Dijon, Grenoble, Le Havre, Le Mans, Lille, Limoges, Lyon, Marseille, Metz, Montpellier, Nancy, Nantes, Nice, Nîmes, Orléans, Paris, Reims, Rennes, Rouen, Strasbourg, Toulouse, Tours',
  ),
  streets: words(
    "allée des Tilleuls, avenue de la Gare, avenue du Lac, boulevard Voltaire, chemin des Vignes, impasse du Moulin, place de l'Église, place du Marché, quai du Port, rue de l'Abbaye, rue de l'École, rue de la Fontaine, rue de la Paix, rue des Écoles, rue des Fleurs, rue des Jardins, rue du Château, rue du Four, rue du Pont, rue Pasteur, rue Victor Hugo",
  ),
  streetLine: '{number} {street}',
  zip: '#####',
  phones: ['+3319900####', '+3326191####', '+3335301####', '+3346571####', '+3353649####', '+3363998####'],
  companyEndings: words('SA, SARL, SAS, et Fils'),
};

const SPAIN: Country = {
  code: 'ES',
  name: 'España',
  currency: 'EUR',
  firstNames: words(
    'Adrián, Alba, Alejandro, Álvaro, Ana, Andrés, Beatriz, Carlos, Carmen, Clara, Daniela, Diego, Elena, Enrique, Eva, Fernando, Gonzalo, Hugo, Inés, Irene, Isabel, Javier, Jorge, José, Julia, Lucía, Luis, Manuel, Marcos, María, Mario, Marta, Martín, Miguel, Mónica, Noelia, Nuria, Óscar, Pablo, Paula, Pilar, Raúl, Rocío, Rubén, Sara, Sergio, Sofía, Teresa, Tomás, Víctor',
  ),
  lastNames: words(
    'Aguilar, Alonso, Álvarez, Blanco, Calvo, Campos, Cano, Castro, Cruz, Delgado, Díaz, Domínguez, Fernández, Flores, Fuentes, García, Gil, Gómez, González, Guerrero, Gutiérrez, Hernández, Herrera, Ibáñez, Iglesias, Jiménez, León, López, Lozano, Marín, Martínez, Medina, Molina, Moreno, Muñoz, Navarro, Núñez, Ortega, Ortiz, Peña, Pérez, Prieto, Ramos, Romero, Rubio, Ruiz, Sánchez, Santos, Serrano, Suárez, Torres, Vega',
  ),
  cities: words(
    'A Coruña, Alicante, Almería, Badajoz, Barcelona, Bilbao, Burgos, Cádiz, Córdoba, Gijón, Granada, Huelva, Huesca, León, Lleida, Logroño, Madrid, Málaga, Murcia, Oviedo, Pamplona, Salamanca, Santander, Segovia, Sevilla, Toledo, Valencia, Valladolid, Vigo, Zaragoza',
  ),
  streets: words(
    'Avenida de Andalucía, Avenida de la Constitución, Avenida del Puerto, Calle Alta, Calle de la Fuente, Calle de la Iglesia, Calle de la Luna, Calle del Carmen, Calle del Molino, Calle del Prado, Calle del Sol, Calle Mayor, Calle Nueva, Calle Real, Calle San Juan, Camino Viejo, Paseo del Río, Paseo Marítimo, Plaza de España, Plaza Mayor, Ronda Norte',
  ),
  streetLine: '{street}, {number}',
  zip: '#####',
  phones: NORTH_AMERICAN_FICTION,
  companyEndings: words('S.A., S.L., e Hijos, S. Coop.'),
};

/** `name latin` pairs: nothing derives the Latin spelling from the name. */
const spelled = (text: string): { readonly [name: string]: string } =>
  Object.fromEntries(words(text).map((pair) => pair.split(' ') as [string, string]));

const JAPANESE_FIRST = spelled(
  '葵 aoi, 明美 akemi, 彩 aya, 大輔 daisuke, 恵美 emi, 花 hana, 遥 haruka, 陽翔 haruto, 浩 hiroshi, 一郎 ichiro, 純 jun, 薫 kaoru, 健太 kenta, 浩二 koji, 真央 mao, 誠 makoto, 恵 megumi, 美咲 misaki, 直樹 naoki, 莉子 riko, 蓮 ren, 涼 ryo, 桜 sakura, 翔 sho, 拓也 takuya, 翼 tsubasa, 優 yu, 裕子 yuko, 結衣 yui, 由美 yumi',
);
const JAPANESE_LAST = spelled(
  '青木 aoki, 遠藤 endo, 藤田 fujita, 後藤 goto, 長谷川 hasegawa, 橋本 hashimoto, 林 hayashi, 井上 inoue, 石川 ishikawa, 伊藤 ito, 加藤 kato, 木村 kimura, 小林 kobayashi, 前田 maeda, 松本 matsumoto, 森 mori, 中村 nakamura, 中島 nakajima, 小川 ogawa, 岡田 okada, 斎藤 saito, 坂本 sakamoto, 佐々木 sasaki, 佐藤 sato, 清水 shimizu, 鈴木 suzuki, 高橋 takahashi, 田中 tanaka, 山田 yamada, 吉田 yoshida',
);

const JAPAN: Country = {
  code: 'JP',
  name: '日本',
  currency: 'JPY',
  firstNames: Object.keys(JAPANESE_FIRST),
  lastNames: Object.keys(JAPANESE_LAST),
  latin: { ...JAPANESE_FIRST, ...JAPANESE_LAST },
  familyNameFirst: true,
  cities: words(
    '札幌市, 仙台市, さいたま市, 千葉市, 横浜市, 川崎市, 新潟市, 金沢市, 長野市, 静岡市, 浜松市, 名古屋市, 京都市, 大阪市, 堺市, 神戸市, 奈良市, 岡山市, 広島市, 高松市, 松山市, 福岡市, 熊本市, 鹿児島市, 那覇市',
  ),
  streets: words(
    '青葉町, 泉町, 栄町, 桜町, 緑町, 本町, 旭町, 大手町, 春日町, 北町, 寿町, 幸町, 末広町, 中央, 東町, 南町, 宮前町, 元町, 柳町, 若葉町',
  ),
  streetLine: '{street}{number}番地',
  zip: '###-####',
  phones: NORTH_AMERICAN_FICTION,
  companyEndings: words('株式会社, 合同会社, 商事, 製作所'),
};

/** By language and, where one language is spoken in several of them, by region. */
export const COUNTRIES: { readonly [locale: string]: Country } = {
  en: UNITED_STATES,
  'en-GB': UNITED_KINGDOM,
  de: GERMANY,
  fr: FRANCE,
  es: SPAIN,
  ja: JAPAN,
};

/** First parts of company names; with an ending that a country uses they name nobody's company but by chance. */
export const COMPANY_WORDS = words(
  'Alder, Amber, Anchor, Aspen, Beacon, Birch, Bluebell, Bramble, Brook, Cedar, Cobalt, Copper, Coral, Crest, Delta, Ember, Fern, Garnet, Harbor, Hazel, Heather, Heron, Indigo, Iris, Juniper, Kestrel, Lantern, Larch, Linden, Maple, Marble, Meadow, Meridian, Orchard, Pebble, Quarry, Raven, Ridge, Saffron, Sorrel, Summit, Thistle, Timber, Topaz, Umber, Willow, Wren, Zephyr',
);

/** Harmless words for texts that nobody reads. */
export const PLAIN_WORDS = words(
  'account, afternoon, answer, apple, basket, bench, bicycle, bottle, branch, bread, breeze, bridge, button, candle, carpet, chair, cloud, coffee, corner, cotton, cup, desk, door, evening, feather, field, forest, garden, glass, hammer, island, jacket, kettle, kitchen, ladder, lamp, leaf, letter, lemon, market, mirror, morning, mountain, needle, notebook, ocean, orange, paper, pencil, picture, pillow, pocket, river, road, rope, shelf, shirt, shoulder, silver, spoon, station, stone, street, summer, sweater, table, ticket, tower, train, tree, umbrella, valley, village, wagon, wall, water, window, winter, yellow, yesterday',
);
