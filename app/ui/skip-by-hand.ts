/**
 * Skipping to the content is no way to another address: the router would draw the page anew for it, and a part of an
 * assignment whose instrument is still on its way would be thrown away and made from nothing.
 */
export function skipByHand(): void {
  const skip = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a.skip') : null
    const main = link && document.getElementById('main')
    if (!main) return
    event.preventDefault()
    event.stopPropagation()
    main.focus()
    main.scrollIntoView()
  }
  // Ahead of React, which lets nobody hear what is pressed in a part that sleeps.
  window.addEventListener('click', skip, { capture: true })
}
