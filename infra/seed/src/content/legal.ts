import { type DemoPage, t } from './types.ts'

/** What the four legal pages need to know of a tenant. */
export interface LegalFacts {
  name: string
  email: string
  /** The address of nobody: said to be one. */
  address: string
  law: { en: string; es: string; pt: string; fr: string }
}

const paragraphs = (...lines: string[]) => lines.map((line) => (line.startsWith('<ul>') ? line : `<p>${line}</p>`)).join('')

/** Terms, privacy, cookies and imprint of a demonstration: short, true, and in words that a fan reads to the end. */
export function legalPages({ name, email, address, law }: LegalFacts): DemoPage[] {
  const mail = `<a href="mailto:${email}">${email}</a>`
  const page = (slug: string, title: DemoPage['title'], html: DemoPage['title']): DemoPage => ({
    slug,
    kind: 'legal',
    title,
    inNavigation: false,
    blocks: [{ type: 'text', html }],
  })
  return [
    page(
      'terms',
      t('Terms', 'Términos', 'Termos', 'Conditions'),
      t(
        paragraphs(
          `This is a demonstration. ${name} is an invented artist, the music is not for sale, and no contract comes about by using the site.`,
          `<strong>Your account.</strong> You may make one to follow the mixes and events. Give an address that is yours, keep your password to yourself, and be at least 16 years old. You can delete the account at any time; it is gone at once.`,
          `<strong>Listening.</strong> Mixes are here to be listened to. Please don't copy them, publish them again or present them as your own.`,
          `<strong>How we treat one another.</strong> No insults, no threats, no advertising. Whoever doesn't keep to that can be shut out, and is told why.`,
          `<strong>Liability.</strong> The demonstration may be switched off or emptied without notice. Don't leave anything here that you would miss.`,
          `<strong>Law.</strong> ${law.en} Questions: ${mail}.`,
        ),
        paragraphs(
          `Esto es una demostración. ${name} es un artista inventado, la música no está a la venta y usar el sitio no crea ningún contrato.`,
          `<strong>Tu cuenta.</strong> Puedes crear una para seguir los mixes y los eventos. Da una dirección tuya, no compartas la contraseña y ten al menos 16 años. Puedes borrar la cuenta cuando quieras; desaparece en el acto.`,
          `<strong>Escuchar.</strong> Los mixes están aquí para escucharse. Por favor, no los copies, no los vuelvas a publicar ni los presentes como tuyos.`,
          `<strong>Cómo nos tratamos.</strong> Sin insultos, sin amenazas, sin publicidad. A quien no lo respete se le puede cerrar la puerta, y se le dice por qué.`,
          `<strong>Responsabilidad.</strong> La demostración puede apagarse o vaciarse sin aviso. No dejes aquí nada que vayas a echar de menos.`,
          `<strong>Ley.</strong> ${law.es} Preguntas: ${mail}.`,
        ),
        paragraphs(
          `Isto é uma demonstração. ${name} é um artista inventado, a música não está à venda e usar o site não cria nenhum contrato.`,
          `<strong>Sua conta.</strong> Você pode criar uma para seguir os mixes e os eventos. Use um endereço seu, guarde a senha para si e tenha pelo menos 16 anos. Você pode excluir a conta quando quiser; ela some na hora.`,
          `<strong>Ouvir.</strong> Os mixes estão aqui para serem ouvidos. Por favor, não os copie, não os publique de novo nem os apresente como seus.`,
          `<strong>Como nos tratamos.</strong> Sem insultos, sem ameaças, sem publicidade. Quem não respeitar pode ficar de fora, e fica sabendo por quê.`,
          `<strong>Responsabilidade.</strong> A demonstração pode ser desligada ou esvaziada sem aviso. Não deixe aqui nada de que vá sentir falta.`,
          `<strong>Lei.</strong> ${law.pt} Perguntas: ${mail}.`,
        ),
        paragraphs(
          `Ceci est une démonstration. ${name} est un artiste inventé, la musique n'est pas à vendre et l'usage du site ne crée aucun contrat.`,
          `<strong>Votre compte.</strong> Vous pouvez en créer un pour suivre les mixes et les dates. Donnez une adresse à vous, gardez votre mot de passe pour vous et ayez au moins 16 ans. Vous pouvez supprimer le compte à tout moment ; il disparaît aussitôt.`,
          `<strong>Écouter.</strong> Les mixes sont là pour être écoutés. Merci de ne pas les copier, les republier ni les présenter comme les vôtres.`,
          `<strong>Entre nous.</strong> Pas d'insultes, pas de menaces, pas de publicité. Qui ne s'y tient pas peut être exclu, et apprend pourquoi.`,
          `<strong>Responsabilité.</strong> La démonstration peut être arrêtée ou vidée sans préavis. N'y laissez rien qui vous manquerait.`,
          `<strong>Droit.</strong> ${law.fr} Questions : ${mail}.`,
        ),
      ),
    ),
    page(
      'privacy',
      t('Privacy', 'Privacidad', 'Privacidade', 'Confidentialité'),
      t(
        paragraphs(
          'What we know about you is little, and this is all of it.',
          `<ul><li><strong>With an account:</strong> your name, your e-mail address, your language and time zone, and a password that is stored so that nobody can read it.</li><li><strong>When you are signed in:</strong> the kind of device, a shortened address and the time, so that you can see your own sessions and end them.</li><li><strong>Without an account:</strong> your choice about cookies, and a technical log with a shortened address that is deleted after a few days.</li></ul>`,
          'We mail you what you asked for, and news only if you ticked it. We sell nothing, and give nothing to anybody who is not needed to run the site.',
          'You can see and download what we hold, correct it, and delete your account with everything in it: all of it under “My account”, without asking anybody.',
          `Responsible: ${name}, ${mail}. You may also complain to the authority for data protection where you live.`,
        ),
        paragraphs(
          'Lo que sabemos de ti es poco, y aquí está todo.',
          `<ul><li><strong>Con cuenta:</strong> tu nombre, tu correo, tu idioma y zona horaria, y una contraseña guardada de forma que nadie puede leerla.</li><li><strong>Con la sesión abierta:</strong> el tipo de dispositivo, una dirección abreviada y la hora, para que veas tus propias sesiones y puedas cerrarlas.</li><li><strong>Sin cuenta:</strong> lo que elegiste sobre las cookies y un registro técnico con una dirección abreviada que se borra a los pocos días.</li></ul>`,
          'Te escribimos lo que pediste, y novedades solo si marcaste la casilla. No vendemos nada ni damos nada a quien no haga falta para que el sitio funcione.',
          'Puedes ver y descargar lo que guardamos, corregirlo y borrar tu cuenta con todo lo que contiene: todo en «Mi cuenta», sin pedírselo a nadie.',
          `Responsable: ${name}, ${mail}. También puedes reclamar ante la autoridad de protección de datos de donde vives.`,
        ),
        paragraphs(
          'O que sabemos de você é pouco, e está tudo aqui.',
          `<ul><li><strong>Com conta:</strong> seu nome, seu e-mail, seu idioma e fuso horário, e uma senha guardada de modo que ninguém possa lê-la.</li><li><strong>Com a sessão aberta:</strong> o tipo de dispositivo, um endereço abreviado e a hora, para que você veja suas próprias sessões e possa encerrá-las.</li><li><strong>Sem conta:</strong> sua escolha sobre cookies e um registro técnico com um endereço abreviado, apagado depois de poucos dias.</li></ul>`,
          'Escrevemos o que você pediu, e novidades só se você marcou a caixa. Não vendemos nada, nem damos nada a quem não seja necessário para o site funcionar.',
          'Você pode ver e baixar o que guardamos, corrigir e excluir a conta com tudo o que há nela: tudo em “Minha conta”, sem pedir a ninguém.',
          `Responsável: ${name}, ${mail}. Você também pode reclamar à autoridade de proteção de dados de onde vive.`,
        ),
        paragraphs(
          'Nous savons peu de choses de vous, et les voici toutes.',
          `<ul><li><strong>Avec un compte :</strong> votre nom, votre adresse e-mail, votre langue et fuseau horaire, et un mot de passe enregistré de façon que personne ne puisse le lire.</li><li><strong>Une fois connecté :</strong> le type d'appareil, une adresse abrégée et l'heure, pour que vous voyiez vos propres sessions et puissiez les fermer.</li><li><strong>Sans compte :</strong> votre choix sur les cookies et un journal technique avec une adresse abrégée, effacé au bout de quelques jours.</li></ul>`,
          "Nous vous écrivons ce que vous avez demandé, et des nouvelles seulement si vous avez coché la case. Nous ne vendons rien et ne donnons rien à qui n'est pas nécessaire au fonctionnement du site.",
          'Vous pouvez voir et télécharger ce que nous gardons, le corriger et supprimer votre compte avec tout ce qu’il contient : tout est dans « Mon compte », sans rien demander à personne.',
          `Responsable : ${name}, ${mail}. Vous pouvez aussi saisir l'autorité de protection des données là où vous vivez.`,
        ),
      ),
    ),
    page(
      'cookies',
      t('Cookies', 'Cookies', 'Cookies', 'Cookies'),
      t(
        paragraphs(
          'A cookie is a small note that your browser keeps for the site.',
          '<ul><li><strong>Needed:</strong> that you are signed in, the language, light or dark, and what you chose here. Without these the site can’t work, so you aren’t asked.</li><li><strong>Counting visits:</strong> only if you agree.</li><li><strong>Players and videos of others:</strong> loaded only when you agree, or press play on one.</li></ul>',
          'You can change your mind at any time by the link at the foot of every page. Saying no costs you nothing.',
        ),
        paragraphs(
          'Una cookie es una nota pequeña que tu navegador guarda para el sitio.',
          '<ul><li><strong>Necesarias:</strong> que has entrado, el idioma, claro u oscuro y lo que elegiste aquí. Sin ellas el sitio no funciona, por eso no preguntamos.</li><li><strong>Contar visitas:</strong> solo si aceptas.</li><li><strong>Reproductores y vídeos de otros:</strong> se cargan solo si aceptas o si pulsas reproducir.</li></ul>',
          'Puedes cambiar de opinión cuando quieras con el enlace al pie de cada página. Decir que no no te cuesta nada.',
        ),
        paragraphs(
          'Um cookie é um bilhete pequeno que o seu navegador guarda para o site.',
          '<ul><li><strong>Necessários:</strong> que você entrou, o idioma, claro ou escuro e o que escolheu aqui. Sem eles o site não funciona, por isso não perguntamos.</li><li><strong>Contar visitas:</strong> só se você aceitar.</li><li><strong>Players e vídeos de terceiros:</strong> só carregam se você aceitar ou se apertar o play.</li></ul>',
          'Você pode mudar de ideia a qualquer momento com o link no pé de cada página. Dizer não não custa nada.',
        ),
        paragraphs(
          'Un cookie est un petit mot que votre navigateur garde pour le site.',
          '<ul><li><strong>Nécessaires :</strong> que vous êtes connecté, la langue, clair ou sombre et ce que vous avez choisi ici. Sans eux le site ne marche pas, nous ne demandons donc pas.</li><li><strong>Compter les visites :</strong> seulement si vous acceptez.</li><li><strong>Lecteurs et vidéos de tiers :</strong> chargés seulement si vous acceptez, ou si vous appuyez sur lecture.</li></ul>',
          'Vous pouvez changer d’avis à tout moment par le lien au bas de chaque page. Dire non ne vous coûte rien.',
        ),
      ),
    ),
    page(
      'imprint',
      t('Imprint', 'Aviso legal', 'Ficha técnica', 'Mentions légales'),
      t(
        paragraphs(
          `${name}<br>${address}`,
          `E-mail: ${mail}`,
          'Person, address and music are invented for a demonstration; nobody gets mail there. The pictures were drawn by a program.',
        ),
        paragraphs(
          `${name}<br>${address}`,
          `Correo: ${mail}`,
          'La persona, la dirección y la música son inventadas para una demostración; allí nadie recibe correo. Las imágenes las dibujó un programa.',
        ),
        paragraphs(
          `${name}<br>${address}`,
          `E-mail: ${mail}`,
          'A pessoa, o endereço e a música são inventados para uma demonstração; ninguém recebe correio lá. As imagens foram desenhadas por um programa.',
        ),
        paragraphs(
          `${name}<br>${address}`,
          `E-mail : ${mail}`,
          'La personne, l’adresse et la musique sont inventées pour une démonstration ; personne n’y reçoit de courrier. Les images ont été dessinées par un programme.',
        ),
      ),
    ),
  ]
}
