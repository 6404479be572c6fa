import type { reviewCalls } from '../../../contract/calls/review';
import { chosen, type HandlersOf } from './answering';
import { late } from './late';

export const reviewHandlers: HandlersOf<typeof reviewCalls> = {
  'review.offer': async (store, source) => (await late.offers()).offersOf(store, source),
  'review.pictures': async (store, { choice }) => (await late.handing()).reviewPictures(store, choice),
  'review.write': async (store, { choice }, path) => (await late.handing()).writeReview(store, choice, chosen(path)),
  'review.open': async (_store, _input, path) => (await late.reading()).openReview(chosen(path)),
  'review.save_marks': async (_store, { marks }, path) => (await late.reading()).saveMarks(marks, chosen(path)),

  'marks.preview': async (store, _input, path) => (await late.marks()).previewMarks(store, chosen(path)),
  'marks.take': async (store, _input, path) => (await late.marks()).takeMarks(store, chosen(path)),
  'marks.list': async (store, { pieceId }) => (await late.marks()).listMarked(store, pieceId),
  'marks.open': async (store, { target }) => (await late.marks()).openMarked(store, target),
  'marks.answer': async (store, { id, act }) => (await late.marks()).answerMark(store, id, act),

  'slip.offer': async (store, days) => (await late.slips()).slipOffer(store, days),
  'slip.write': async (store, { from, to }, path) => (await late.slips()).writeSlip(store, { from, to }, chosen(path)),
  'slip.preview': async (store, _input, path) => (await late.slips()).previewSlip(store, chosen(path)),
  'slip.take': async (store, _input, path) => (await late.slips()).takeSlip(store, chosen(path)),
};
