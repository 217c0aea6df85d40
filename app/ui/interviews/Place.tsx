/** A call's address can be followed, a room cannot. */
export function Place({ place }: { place: string }) {
  return /^https:\/\/\S+$/.test(place) ? (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  ) : (
    <bdi>{place}</bdi>
  )
}
