import type { NewFile } from '../files.ts'
import type { CastKey } from './cast.ts'
import type { World } from './world.ts'

/** One page of Helvetica; what is not ASCII would need a font of its own, so it is left to the text files. */
function pdf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  const stream = `BT /F1 11 Tf 15 TL 72 770 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}

const resumes: Partial<Record<CastKey, { name: string; type: string; text: string }>> = {
  lule: {
    name: 'CV-Lule-Prifti.txt',
    type: 'text/plain',
    text: 'Lule Prifti, Shkodër\n\nTri vjet në postë, te sporteli i pakove: rreth tetëdhjetë klientë në ditë.\nDy vera kamariere në plazh.\nBachelor për gjuhë italiane, Shkodër.\n\nShqip, anglisht B2, italisht C1.\n',
  },
  sofia: {
    name: 'Sofia Lind.pdf',
    type: 'application/pdf',
    text: pdf([
      'Sofia Lind',
      'Tirana, before that Gothenburg',
      '',
      'Hotel Brygga, front desk, four years, the last two as head of the evening shift',
      'A ferry line, information desk, two summers',
      '',
      'Swedish, English C1, Albanian B1 (evening course, second year)',
    ]),
  },
  pavel: {
    name: 'Павел Морозов, резюме.txt',
    type: 'text/plain',
    text: 'Павел Морозов, Алматы\n\nДва года ночным оператором в интернет-магазине: почта, чат, возвраты.\nДо этого три года на оптовом складе, смена с 22:00 до 6:00.\n\nРусский, казахский B2, английский B2.\n',
  },
}

export async function resumeOf({ files }: World, key: CastKey): Promise<NewFile | undefined> {
  const resume = resumes[key]
  if (!resume) return undefined
  const { name, type, text } = resume
  return { name, type, ...(await files.put(Buffer.from(text))) }
}
